"""Sentences of world news prose, invented, each with what is read in it: `text => figure; figure`.

A figure is `[direction] [bound]value[..upper] kind [key]`, what is typed only its kind.
The first table holds what the tables of numerals promise.
"""

PROMISED = """
A hundred and twenty boats came. => 120 count boat
Four to five thousand people marched. => 4000..5000 count person
Half a million people marched. => 500000 count person
Three point two million people marched. => 3200000 count person
The town has 3.2 million people. => 3200000 count person
The town has 35m people. => 35000000 count person
The world has 2.5bn children. => 2500000000 count child
The dam cost £2.5bn. => 2500000000 money GBP
The quarry earned $1.5MM, and its one drill has a bit of 5 mm. => 1500000 money USD; 1 count drill; 5 measure millimetre
The dam cost Rs 5 crore. => 50000000 money INR
The dam cost Rs 5 lakh. => 500000 money INR
Some 12,34,567 votes were cast. => ~1234567 count vote
Two-thirds of voters stayed away. => 0.666667 ratio
One in five homes is empty. => 0.2 ratio
9 out of 10 homes are empty. => 0.9 ratio
A dozen homes burned. => 12 count home
Dozens of homes burned. => 24..100 count home
Hundreds of homes burned. => 100..1000 count home
Sales rose sixfold. => up 6 ratio time
Sales rose 10-fold. => up 10 ratio time
The lake is five times deeper. => 5 count time
It fell to -3.5 degrees Celsius. => -3.5 measure celsius
It takes 10.4 to 12 million litres. => 10400000..12000000 measure litre
They want from $10 to $15 billion. => 10000000000..15000000000 money USD
Prices rose between 5% and 6%. => up 5..6 percent percent
It takes 10-12 days. => 10..12 duration day
One or two people came. => 1..2 count person
It raised US$40 million. => 40000000 money USD
It cost HK$12.5 a share. => 12.5 money HKD per share
The bridge cost RM79 million. => 79000000 money MYR
The bridge cost CHF 79 million. => 79000000 money CHF
Support fell by two percentage points. => down 2 percent percentage point
The rate moved by 25 basis points. => 25 percent basis point
Winds hit 130 km/h. => 130 measure kilometre per hour
The centre runs 3,000 tests per day. => 3000 rate test per day
Oil sold at $58.24 a barrel. => 58.24 money USD per barrel
There were 12 deaths per 100,000 people. => 12 rate death per 100000
A 34-year-old woman was held. => 34 age year of age
Rebels freed 1,200 prisoners of war. => 1200 count prisoner of war
As many as 14 first-team players left. => 14 count first-team player
He went from 208 pounds to 193. => 208..193 measure pound-mass
A 24-hour strike began. => 24 duration hour
About 40 homes burned. => ~40 count home
Nearly 40 homes burned. => ~40 count home
Almost 40 homes burned. => ~40 count home
At least 40 homes burned. => >=40 count home
More than 40 homes burned. => >40 count home
The fine is up to $8 million. => <=8000000 money USD
Varn plc won under 4% of it. => <4 percent percent
Varn shares rose, by the close, 5%. => 5 percent percent
Varn shares fell 5%. => down 5 percent percent
Varn shares were up 5%. => up 5 percent percent
No fewer than 40 homes burned. => >=40 count home
The blaze killed not 40 but 50 people. => 50 count person
An F-16 crashed. => name
The G7 met. => name
COVID-19 spread. => name
The S&P 500 closed. => name
A Boeing 737 landed. => name
The army shot down 71 drones. => 71 count drone
Fighting went on over the past 24 to 48 hours. => 24..48 duration hour
The defence gave up 517 yards. => 517 measure yard
Varn shares rose 6.5% to 164p. => up 6.5 percent percent; 164 money pence
No one was hurt. =>
Priority number one is rest. =>
Tarn is one of the largest ports. => 1 count port
"""
"""Every way to print a number that the reader is made for."""

WIRES = """
Shares in Varn closed 12% lower at 164p. => down 12 percent percent; 164 money pence
Crude settled up 85 cents at $78.40 a barrel. => up 85 money cent; 78.40 money USD per barrel
Gold ended $12 higher. => up 12 money USD
Traffic was 6% more than a year earlier. => up 6 percent percent
The tower is 6% higher than the old one. => 6 percent percent
The dinar fell half a cent. => down 0.5 money cent
The 15,000-strong crowd sang for the team. => 15000 count
Rescuers pulled 17 survivors from the rubble. => 17 count survivor
The lender set aside $1bn-2bn for bad loans. => 1000000000..2000000000 money USD
A 50kg bag of flour now sells for N42,000. => 50 measure kilogram; 42000 money NGN
Varn's revenue jumped 38% to Rs 2,450 crore. => up 38 percent percent; 24500000000 money INR
The minister said 3.4 million pupils would get meals. => 3400000 count pupil
At least 26 people, including eight children, were killed. => >=26 count person; 8 count child
The Under-19 side won by six wickets. => name; 6 count wicket
It was a one-in-100-year flood. => 0.01 ratio
The rouble fell to 97.4 to the dollar. => 97.4 number
More than half of the 4,200 homes lack power. => >0.5 ratio; 4200 count home
The court jailed him for 12 years and six months. => 12 duration year; 6 duration month
Growth slowed to 4.9 per cent from 5.2 per cent. => 4.9 percent percent; 5.2 percent percent
She scored a brilliant 112 off 98 balls. => 112 number; 98 count ball
The train was travelling at 210 kilometres an hour. => 210 measure kilometre per hour
Fuel rose by Sh12.50 a litre overnight. => up 12.50 money KES per litre
The bill passed by 312 votes to 201. => 312 count vote; 201 count vote
He owns 51 per cent of the mine. => 51 percent percent
The 7.2-magnitude quake hit at 3.15am. => 7.2 index magnitude; time
Some 200 to 300 protesters gathered in Tarn. => ~200..300 count protester
The plane carried 148 passengers and six crew. => 148 count passenger; 6 count crew
A 65-year-old man and his two sons drowned. => 65 age year of age; 2 count son
The price of rice has risen by a third since May. => up 0.333333 ratio
The country has two doctors per 10,000 people. => 2 rate doctor per 10000
Sixteen of the 20 seats went to women. => 16 count seat; 20 count seat
The unemployment rate stood at 32.9%. => 32.9 percent percent
Farm output shrank 0.8% quarter on quarter. => down 0.8 percent percent
He ran 400m in 44.03 seconds. => 400 measure metre; 44.03 duration second
The reef lost 40 to 50 percent of its coral. => down 40..50 percent percent
The city, home to 1.9 million, was dark. => 1900000 number
The 2023 vote drew 61 parties. => year; 61 count party
Troops seized 2.3 tonnes of heroin worth $60m. => 2.3 measure metric ton; 60000000 money USD
The strike cost the airline an estimated €3 million a day. => ~3000000 money EUR per day
The volcano sent ash 9km into the sky. => 9 measure kilometre
The premier won a second five-year term. => 5 duration year
Gold hit $2,410.50 an ounce. => 2410.50 money USD per ounce
Nearly one in three girls marries before 18. => ~0.333333 ratio; 18 number
The ship had 4,000 tonnes of diesel aboard. => 4000 measure metric ton
Her first novel sold three copies. => ordinal; 3 count copy
Hospitals treated 87 wounded, 12 of them children. => 87 number; 12 number
The fund will invest up to ¥5 trillion over 10 years. => <=5000000000000 money JPY; 10 duration year
Police fired 30 rounds of tear gas. => 30 count round
The bus plunged 60 metres into a ravine, killing 31. => down 60 measure metre; 31 number
The airport handled 8.2m passengers last year. => 8200000 count passenger
The dispute is over a 12-mile stretch of coast. => 12 measure mile
The team were 2-0 down after 20 minutes. => score; 20 duration minute
They own a 1,200-square-metre plot. => 1200 measure square metre
The pound bought $1.27 on Friday. => 1.27 money USD
The herd grew from 40 to 112 animals in a decade. => 40..112 count animal
The firm cut 1,100 of its 9,000 jobs. => 1100 count job; 9000 count job
Around two million people are without water. => ~2000000 count person
The senator, who is 78, will retire. => 78 age year of age
He served a nine-month term for theft. => 9 duration month
The rains killed four, injured 30 and left 5,000 homeless. => 4 number; 30 number; 5000 count homeless
The ceasefire came into force at 04:00 local time. => time
"""
"""Sentences as the wires send them, all classes mixed."""
