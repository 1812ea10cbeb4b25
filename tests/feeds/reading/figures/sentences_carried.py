"""Sentences whose numbers lean on what stands before them, invented, each with what is read in it.

A figure is `[direction] [bound]value[..upper] kind [key]`, what is typed only its kind.
"""

SHARES_MOVED = """
Rents in Ostrel rose a fifth last year. => up 0.2 ratio
Shares in Varn plc plunged more than a third. => down >0.333333 ratio
The cell costs a tenth as much. => 0.1 ratio
Tarn added a third in the last minute. => ordinal
He holds a one-third stake. => 0.333333 ratio
The rate was cut by one-half percentage point. => down 0.5 percent percentage point
One in ten trusts the premier, against four in ten a year ago. => 0.1 ratio; 0.4 ratio
They tracked the sharks for three-and-a-half years. => 3.5 duration year
Wheat settled at $5.62½ a bushel. => 5.625 money USD per bushel
The bank left it so by a vote of five to two. => 2.5 ratio
"""
"""Parts, also where a verb of movement or a hyphen alone tells them from the next in a row."""

VAGUE = """
Several hundred people came. => 100..1000 count person
A few thousand tracks were sold. => 1000..10000 count track
Several dozen houses burned. => 24..100 count house
The deal is worth a few billion euros. => 1000000000..10000000000 money EUR
Tens of thousands marched, organisers said. => 10000..100000 number
"""
"""From one to ten of a scale."""

CARRIED = """
The court heard 11 of 14 counts of fraud. => 11 count count; 14 count count
They downed 58 of 73 drones. => 58 count drone; 73 count drone
Patients wait 19 weeks, against a target of 12. => 19 duration week; 12 duration week
It is 81.2 years for women and 77.4 for men. => 81.2 duration year; 77.4 duration year
Users spend 53 minutes a day on it, up from 39. => 53 duration minute per day; 39 duration minute per day
Prices rose 5% from 110 to 115. => up 5 percent percent; 110..115 number
The brothers Ivo and Jan Koll, 33 and 27, were held. => 33 age year of age; 27 age year of age
Ana Koll was seven when she left. => 7 age year of age
Ana and Ivo Koll, both 24, met aged just 13. => 24 age year of age; 13 age year of age
Ana Koll, who turned 62 yesterday, left. => 62 age year of age
Of 5,600 people screened, 214 had it. => 5600 count person; 214 count person
Two out of five nurses are over 55. => 0.4 ratio; >55 age year of age
It is in 48 of 60 woods, up from 31 two years ago. => 48 count wood; 60 count wood; 31 count wood; 2 duration year
They promised 300 tanks but sent fewer than 90. => 300 count tank; <90 count tank
Some 41 patients have left, bringing recoveries to 654. => ~41 count patient; 654 number
Copper cost $9,815 a tonne after a fall. => 9815 money USD per metric ton
"""
"""Units that stand once."""

NOUNS = """
It treated 27 burns victims overnight. => 27 count burns victim
It killed 12 people days before. => 12 count person
His two younger sisters and five bigger rivals came. => 2 count younger sister; 5 count bigger rival
The firm told 404 Media so. => name
The ministry bought 62 lakh tonnes at Rs 2,369 a quintal. => 6200000 measure metric ton; 2369 money INR per quintal
The COP26 meeting cost COP5,000. => name; 5000 money COP
A 5.3 magnitude quake shook Tarn. => 5.3 index magnitude
He brought in $46.7 million dollars. => 46700000 money USD
The van can pick up 200 miles of range. => 200 measure mile
"""
"""What is counted."""

OTHER_TEXTS = """
Two to three hundred people came. => 200..300 count person
Six or seven hundred came, five or six thousand left. => 600..700 number; 5000..6000 number
It takes 200 to three thousand men. => 200..3000 count man
About one person in three has it. => ~0.333333 ratio
One man in 2003 ran. => 1 count man; year
One soldier in five years died. => 1 count soldier; 5 duration year
Bake at 180C/350F for 45 minutes. => 180 measure celsius; 350 measure fahrenheit; 45 duration minute
Add 250g of flour. => 250 measure gram
It fell by 40% compared to 1990 levels. => down 40 percent percent; year
A fifth => 0.2 ratio
They sent £5m, of which a third has arrived. => 5000000 money GBP; 0.333333 ratio
It is a thousandfold increase. => 1000 ratio time
Spending is £9m, 11% up on last year. => 9000000 money GBP; up 11 percent percent
The field pumps 95 barrels of oil equivalent per day. => 95 measure barrel per day
Each of the 24 satellites weighs 260kg. => 24 count satellite; 260 measure kilogram
By a margin of four to three it fell. => 1.333333 ratio
The flight shifted by 48 minutes to 7.06am. => 48 duration minute; time
Ring it on 1800 020 080. => phone
A study for 23andMe found it. => name
It got 90 doses of government-bought vaccine. => 90 count dose
"""
"""Recipes, papers and talk."""
MONEY_ABROAD = """
The road cost D80 million. => 80000000 money GMD
The road cost MK4bn. => 4000000000 money MWK
The road cost EC$5 million. => 5000000 money XCD
The road cost Tk. 80 crore. => 800000000 money BDT
The road cost ₨50. => 50 money INR
The road cost FCFA80 million. => 80000000 money XOF
The road cost CFA50,000. => 50000 money XOF
The road cost 800 FCFA. => 800 money XOF
The road cost 10 dalasi. => 10 money GMD
The road cost 60 leones. => 60 money SLE
The road cost KSh. 5,000. => 5000 money KES
The D5 road is shut. => name
"""
SHARED_OUT = """
Nearly a quarter of a million people came. => ~250000 count person
A third of a billion dollars was lost. => 333333333.333333 money USD
One child in every six is hungry. => 0.166667 ratio
The runway will be extended by 400 metres to 2,800 metres. => up 400 measure metre; 2800 measure metre
It fell to a low of 3.5% per the Tarn Post. => 3.5 percent percent
Varn, off 2 percent, led the losers. => down 2 percent percent
It sold 12 per cent more than in May. => up 12 percent percent
It is 6% higher than in the same month of 2019. => up 6 percent percent; year
It is 20% more than in Tarn. => 20 percent percent
She has three grandchildren. => 3 count grandchild
The firm ordered 12 Varn A320neo planes. => 12 count varn a320neo plane
The court fined it over a R240 million fraud. => 240000000 money ZAR
The Tigers lost by 34 runs. => 34 count run
Varn trimmed its forecast for global wheat output by 4 million tons. => down 4000000 measure ton
Non-oil output expanded an annual 4.4%. => up 4.4 percent percent
Its owner was fined BD2,000. => 2000 money BHD
The river rose 1.8 m overnight. => up 1.8 measure metre
Rooms cost $120; children under 5 stay free. => 120 money USD; <5 age year of age
Ana Koll, who was ill with cancer at 33, won. => 33 number
Ana Koll, who was diagnosed with cancer at 33, won. => 33 age year of age
The firm will lift capacity by 15 per cent. => up 15 percent percent
Voting was extended by four hours. => up 4 duration hour
The allowance goes up to 15,000 euros from 12,500. => 15000 money EUR; 12500 money EUR
It emits a third less than a car. => 0.333333 ratio
Voters rejected it by 54% to 46%. => 54 percent percent; 46 percent percent
Fees will fall from 0.5% of the price to 0.35%. => 0.5..0.35 percent percent
It rose from 0.6% in 2008 to 6.4% in 2010. => 0.6..6.4 percent percent; year
"""
