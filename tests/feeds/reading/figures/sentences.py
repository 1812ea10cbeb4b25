"""Sentences of world news prose, invented, each with what is read in it: `text => figure; figure`.

A figure is `[direction] [bound]value[..upper] kind [key]`, what is typed only its kind.
Bounds are printed as they are, `~` is about.
"""

MONEY = """
Varn plc will pay $1.2-billion for the port. => 1200000000 money USD
The dam will cost Rs 2.5 lakh crore. => 2500000000000 money INR
The scheme pays Rs 1,20,000 to each farmer. => 120000 money INR
The lender lost ₹4,500 crore last year. => down 45000000000 money INR
The miner raised A$350 million in Ostrel. => 350000000 money AUD
The tender was worth R1.2bn. => 1200000000 money ZAR
The state owes N5 billion to its teachers. => 5000000000 money NGN
The governor released ₦750 million for the road. => 750000000 money NGN
The county spent KSh 3.4 million on tents. => 3400000 money KES
Milk now costs Sh120 a litre. => 120 money KES per litre
The bank fined him GH¢20,000. => 20000 money GHS
The fare rose to ₱15 on Monday. => 15 money PHP
Rice fetched ฿12,000 a tonne. => 12000 money THB per metric ton
The bill came to S$2.4 million. => 2400000 money SGD
The clinic cost NZ$18m. => 18000000 money NZD
They sold the flat for HK$9.8 million. => 9800000 money HKD
The grant is worth C$75,000. => 75000 money CAD
The state will borrow R$4.6 billion. => 4600000000 money BRL
The crew asked for €4.5m. => 4500000 money EUR
The club paid 12 million euros for Tarn. => 12000000 money EUR
The ransom was £1m-plus. => >=1000000 money GBP
Bread costs 80p in Lowmere. => 80 money pence
The levy adds 3.5 cents to each litre. => up 3.5 money cent
The firm made a loss of 30 billion yen. => 30000000000 money JPY
It will cost between $3m and $4.5m. => 3000000..4500000 money USD
The tax takes 40 pence in the pound. => 40 money pence
The share was priced at Tk 45. => 45 money BDT
A kilo of onions costs 300 Pakistani rupees. => 300 money PKR
The house went for a record £12.5 million. => 12500000 money GBP
The deal is worth US$2.1 billion, or €1.9 billion. => 2100000000 money USD; 1900000000 money EUR
The ministry set aside $50-60 million. => 50000000..60000000 money USD
The ticket costs a mere 50 cents. => 50 money cent
The airline owes upwards of $90 million. => >90000000 money USD
The bill is north of £2bn. => >2000000000 money GBP
The gap is just shy of $10 million. => <10000000 money USD
The repairs will cost in the region of £400,000. => ~400000 money GBP
The estate was sold for the best part of $7m. => ~7000000 money USD
A fund of KSh1.5b was set up. => 1500000000 money KES
It cost taxpayers $3 a head. => 3 money USD per head
The Rs500 note was withdrawn. => 500 money INR
Oil traded at $82.15 a barrel. => 82.15 money USD per barrel
They raised USD 40m in Tarn. => 40000000 money USD
Exports reached 2.3 trillion won. => 2300000000000 money KRW
"""
"""Signs, codes, names and scales of the world."""

SHARES = """
Support fell 2.5 percentage points. => down 2.5 percent percentage point
The bank cut its rate by 75bps. => down 75 percent basis point
The index rose 3.5pc on Friday. => up 3.5 percent percent
Prices climbed 5 per cent in May. => up 5 percent percent
The yield fell 12 basis points to 3.4%. => down 12 percent basis point; 3.4 percent percent
A 25-basis-point rise is expected. => 25 percent basis point
Output slipped 0.3pc. => down 0.3 percent percent
Turnout was 62.4 per cent, up from 58 per cent. => 62.4 percent percent; 58 percent percent
Between 5% and 6% of the crop was lost. => 5..6 percent percent
Inflation eased to 4.1%. => 4.1 percent percent
Nearly 40% of voters stayed at home. => ~40 percent percent
Profit grew 12-15 per cent. => up 12..15 percent percent
The party won 31pc of the vote. => 31 percent percent
Sixty percent of the wells are dry. => 60 percent percent
The chance is 50/50. => name
The tariff is 20-plus per cent. => >=20 percent percent
"""
"""Shares, and how far they moved."""

MEASURES = """
Temperatures reached 35C in Ostrel. => 35 measure celsius
The planet has warmed by 1.5C. => 1.5 measure celsius
The suspect is 6ft 2in tall. => 6.166667 measure foot
Police seized 5kg of cocaine. => 5 measure kilogram
The quake had a magnitude of 6.1. => 6.1 number
A magnitude 6.1 earthquake shook Tarn. => 6.1 number
Some 120mm of rain fell in an hour. => ~120 measure millimetre
The wind reached 150kph. => 150 measure kilometre per hour
The trawler sank 12 nautical miles off Tarn. => 12 measure nautical mile
The field covers 30 sq km. => 30 measure square kilometre
The plant makes 400MW of power. => 400 measure megawatt
The fire burned 2,000 hectares of forest. => 2000 measure hectare
The reservoir holds 3.4 billion cubic metres. => 3400000000 measure cubic metre
The truck carried 18 tonnes of sugar. => 18 measure metric ton
Temperatures fell to minus 12 degrees Celsius. => -12 measure celsius
A 3-metre wall was built. => 3 measure metre
The road is 4.5km long. => 4.5 measure kilometre
He ran the 100m in Ostrel. => 100 measure metre
The lorry was doing 90 miles an hour. => 90 measure mile per hour
Fields lie 2m above the sea. => 2 measure metre
The refinery makes 120,000 barrels of oil a day. => 120000 measure barrel per day
The 10cm-long device was found. => 10 measure centimetre
"""
"""Physical measures."""

TIMES = """
The talks lasted nine and a half hours. => 9.5 duration hour
She ran the marathon in 2:18:45. => time
He swam it in 10:45.32. => time
The sub-2-hour marathon is near. => <2 duration hour
The strike has lasted 24 days. => 24 duration day
The shop is open 24/7. => name
The law changed after 9/11. => name
The three-year-old boy was found. => 3 age year of age
Ana Moreau, 43, was freed. => 43 age year of age
The victims were aged 12 to 17. => 12..17 age year of age
She died at the age of 91. => 91 age year of age
The driver, a 52-year-old, was held. => 52 age year of age
A man in his 30s was held. => decade
Teenagers aged between 15 and 18 may vote. => 15..18 age year of age
The pair waited for 40-odd minutes. => ~40 duration minute
The war entered its third year. => ordinal
He served 18 months in prison. => 18 duration month
They fasted for a day and a half. => 1.5 duration day
The ceasefire holds for the next 72 hours. => 72 duration hour
The polls close at 6pm. => time
The flight leaves at 18:30 GMT. => time
The town marked its 50th anniversary. => 50 duration year
She celebrated her 100th birthday. => 100 age year of age
"""
"""Time, and who is how old."""

COUNTS = """
Some 20-odd villages were cut off. => ~20 count village
20-plus villages were cut off. => >=20 count village
Upwards of 300 people fled. => >300 count person
A further 40 troops were hurt. => 40 count troop
Dozens of homes burned. => 24..100 count home
Half a dozen clinics shut. => 6 count clinic
Scores of pupils fell ill. => 40..100 count pupil
The blaze killed not 40 but 50 people. => 50 count person
No fewer than 12 judges resigned. => >=12 count judge
The army shot down 71 drones. => 71 count drone
Some 1,200 prisoners each were freed. => ~1200 count prisoner
Four to five thousand people marched. => 4000..5000 count person
Six or seven boats came. => 6..7 count boat
Tens of thousands of farmers marched. => 10000..100000 count farmer
Twenty-three miners are missing. => 23 count miner
As many as 60 houses collapsed. => 60 count house
Fewer than 100 whales are left. => <100 count whale
Three of the five judges agreed. => 3 count judge; 5 count judge
The crash killed 14 and injured 30. => 14 number; 30 number
Two people were killed and six wounded. => 2 count person; 6 number
One person died and three others were hurt. => 1 count person; 3 count other
The province has 1.2 million voters. => 1200000 count voter
Police arrested 15 suspected smugglers. => 15 count suspected smuggler
A four-way phone call was held. => 4 count way
The two-time champion lost. => 2 count time
He is a three-time winner of the race. => 3 count time
Around 35,000-40,000 fans came. => ~35000..40000 count fan
Only one bridge is open. => 1 count bridge
The toll stood at 1,04,000. => 104000 number
He scored 187 not out. => 187 number
The side made 240 runs. => 240 count run
"""
"""Things and people counted."""

RATIOS = """
Twice as many voters came. =>
Profit doubled for a pair of banks. =>
One in five homes is empty. => 0.2 ratio
1 in 5 children are hungry. => 0.2 ratio
Nine out of 10 wells are dry. => 0.9 ratio
The town is three times the size of Tarn. => 3 count time
The price rose tenfold. => up 10 ratio time
The lens gives a 4x zoom. => 4 ratio time
Two-thirds of the crop was lost. => 0.666667 ratio
A quarter of homes lack water. => 0.25 ratio
Half of the fleet is idle. => 0.5 ratio
She gave the film 7/10. => 0.7 ratio
Three-quarters of pupils passed. => 0.75 ratio
A third of the land is dry. => 0.333333 ratio
The vote passed by a 3-to-1 margin. => 3 ratio
"""
"""Parts and multiples."""

TYPED = """
Tarn beat Lowmere 5-0 on Sunday. => score
It was a 2-1 win for Tarn. => score
She won 6-4, 6-3 in Ostrel. => score; score
Tarn won 6-3, 4-6, 7-5. => score; score; score
They led 3-2 at the break. => score
The vote was 5-4 in favour. => score
Call 0800 123 456 for help. => phone
Call 020 7946 0018 for help. => phone
He took 3-43 for Tarn. => score
Tarn drew nil-nil with Lowmere. => score
The G20 met in Tarn. => name
The Boeing 737-800 landed. => name
The M4 was shut near Tarn. => name
The 1990s were hard in Tarn. => decade
The first flight left. => ordinal
The 21st century began. => ordinal
Article 5 was invoked. => section
Chapter 11 protects the firm. => section
Flight 815 crashed near Tarn. => section
"""
"""Numbers that are no figures."""

PLAIN = """
The index closed at 7,412.6. => 7412.6 number
Germany prints 1.234,5 for it. => 1234.5 number
The score is 4.5 out of 5. => 0.9 ratio
There were no fewer than 1.2m of them. => >=1200000 number
"""
"""Numbers alone."""
