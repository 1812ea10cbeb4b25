"""Sentences of news, invented, each with what its figures measure and who gave them: `text => about; about < giver`.

Each line stands for a class that was met in news which nothing had been fitted to; `-` is nothing.
"""

WHOLES = """
More than two-thirds of the country's 4,300 schools lack electricity. => schools; country
Around 70 percent of the 2,100 evacuees are home. => evacuees; evacuees
Some 40% of its 1.2 million customers pay online. => customers; customers
Half of the world's two million seals live there. => seals; world
Nearly two-thirds of the 40 old and new boats sank. => old and new boats; old and new boats
While 85% of 5-year-olds believe it, few say so. => 5-year-olds; 5-year-olds
Some 30% of S&P 500 firms beat estimates. => S&P 500 firms
The deficit narrowed to 3.8 percent of GDP. => deficit
The Lions won just one of their last nine games. => Lions; Lions
About one child in every six is hungry. => child
"""
ASIDES = """
The storm, with winds of 185 kph and gusts of 230 kph, was 340 km off. => winds; gusts; storm
The ship, carrying 21 crew and 68,000 tonnes of ore, sank two miles off Tarn. => ship; ore; ship
Shares in Varn, a lender with 20 branches, fell 5%. => lender; Shares in Varn
The salary at Varn, which Ana Koll founded as a 19-year-old student, is $48,000. => student; salary at Varn
The boat, with eight men on board, sank; three men swam. => -; -
Sales, with 88% of shops counted, show that 200 people came in. => shops; -
"""
DEALS = """
The firm agreed to buy its rival Varn for $4.2 billion. => rival Varn
Tarn sold its stake in the mine for $40 million. => stake
Ana Koll bought the house for £400,000. => house
The state will spend $650 million on roads. => roads
She spent about $9,000 on gems before he shot 20 seals. => gems; -
It paid $35,500 for an 8.5 kW system. => system; system
"""
MOVES = """
Prices were led by a 16% surge in food prices. => surge in food prices
It saw a 91% gain in the first quarter. => gain
Sales of roses earned $92 million, an increase of 6.5 per cent. => Sales of roses; Sales of roses
Sleep was tied to a 36% higher risk of a fall. => risk of a fall
The clerk saw 20% more marriage licences. => marriage licences
The raid has brought the death toll in Tarn to 1,000. => death toll
It will cut journey times between Tarn and Varn from 54 minutes to 31. => journey times
The runway will be longer by 400 metres. => runway
The losers were Varn, down 3 per cent, and Tarn Group, off 2 per cent. => Varn; Tarn Group
Shares of Varn rose 3%, Tarn Group added 2% and Koll gained 1%. => Shares of Varn; Tarn Group; Koll
"""
HEADS = """
Nurses get a rise of 4.5 per cent, plus a one-off payment of $1,200. => rise; one-off payment
The court awarded costs of €180,000. => costs
It mines at an all-in cost of $1,150. => all-in cost
It grew 0.3%, beating forecasts of 0.1%. => -; forecasts
Varn said it expected full-year earnings to be 20% lower. => full-year earnings < Varn
They lost 200 head of cattle and three tractors. => cattle; -
The comet will pass within 71 million km of Tarn. => comet
They found air bubbles 1.2 million years old. => air bubbles
A further 26 people are in care. => -
In a year, 1.1 million tourists saw it, paying an average of $1,340 each. => -; tourists
Tombs of the 18th Dynasty fell 20 metres. => Tombs of the 18th Dynasty
"""
GIVERS = """
Tariffs will rise 18.65 per cent, the regulator, Nersel, announced. => Tariffs < Nersel
Ana Koll, the minister, reported 40 deaths. => - < Ana Koll
It sold for $23,000, per UPX. => - < UPX
The jobless rate fell to a low of 3.5% per the Tarn Press. => jobless rate < Tarn Press
Ink costs $40 per GB. => Ink
The firm raised its full-year profit forecast to $640 million. => full-year profit forecast
Growth will reach 5%, the bank forecasts. => Growth < bank
A quake of magnitude 4.5 left no reported damage. => quake of magnitude
In the poll, 28 percent of voters said they would stay, up from 33 percent. => voters; voters
Two-thirds of nurses say they earn $4 an hour. => nurses; nurses
"""
OWNERS = """
During the family's six years in Tarn it made $5. => family; family
She has $1.3 million in the bank, set against her rival's paltry $31,000. => -; rival
Tarn's 12 mines made 40 tonnes. => Tarn; mines
Last year's $5m was lost. => -
Mr. Koll got 25 million votes, with 16 million for Mrs. Roe. => Mr. Koll; Mrs. Roe
Trade between the two towns fell 40 percent. => Trade; Trade
Police shot 17-year-old Ivo Koll 16 times. => Ivo Koll
It spent three decades winking. => -
It lets individuals ages 55 to 65 in. => individuals
The men, ages 24 and 25, stayed. => men; men
They work, sometimes 60 hours a week. => -
After small increases in deficits over two years, they rise. => -
Each boat only consumes about 180 litres. => boat
Ana prepares to send 486 boats. => Ana
"""
LEVELS = """
The bank of Tarn held its main policy rate at 7.25 percent. => main policy rate
The bank left rates unchanged at 4 percent. => rates
The deal values the company at $7.7 billion. => company
The yield held steady at 2.29%. => yield
The council will raise parking charges by 50p to £2. => parking charges; parking charges
It wants to double the minimum wage to $60. => minimum wage
Sales fell by a quarter in Tarn. => Sales
Interest on a £200,000 mortgage would rise by £110. => mortgage; Interest
The yield on the 10-year Tarn note fell to 2.3%. => Tarn note; yield
Ground was broken for a 48-unit complex that will cost $19 million. => complex; complex
Ana Koll's pay package climbed 18%. => Ana Koll's pay package
Varn's rose 4.6% after the news. => Varn's
The court fined the firm over a R240 million fraud. => fraud
Some $45 million of the $60 million loan was never spent. => loan; loan
"""
THOSE = """
Divers found 23 coins, each worth about £4,000. => Divers; coins
The app has 2 million users, a quarter of whom pay. => app; users
They held 4,500 men, 12 of whom were sick. => -; men
The army killed 30 fighters and lost six soldiers. => killed; army
A bomb killed 30 people, including six children. => killed; killed
It said 68 percent of adults were well and that 1.3 million shots were in store. => adults; -
Koll struck in front of 41,300 fans. => Koll
A record 6,200 runners ran, 800 more than last year. => -; -
She was 26 weeks pregnant. => -
Deaths rose by 14% nationwide over two weeks. => Deaths; Deaths
"""
DOERS = """
Varn Group won the $310 million job, beating four rivals. => job; Varn Group
Winds hurt trees at the port, where 37 flights were lost. => -
Winds of 200 km/h hit the port, where 37 flights were lost. => Winds; -
Eight miners trapped 400 metres underground are alive. => trapped; miners
Ana Koll, mother of four, swam for 13 hours. => mother; Ana Koll
It said that 7 in 10 calls went unanswered. => calls
The auditor saw 312 payments, worth a combined €4.4 million, that lacked receipts. => auditor; payments
Data suggest 40% stay. => - < Data
Police figures show 40 boats sank. => - < Police figures
Police show 40 boats to visitors. => Police
Detectives believe the gang hid 900 people. => gang < Detectives
She paid $2 for the jug; experts say it is worth $60,000. => jug; - < experts
Prices rose 5%, and analysts said they would fall 3%. => Prices; - < analysts
The toll is 40, the mayor and police said. => toll < police
"""
SIDES = """
Average weekly pay, at $270, has fallen 6%. => Average weekly pay; Average weekly pay
The strike, now in its 23rd day, has cost the port $90 million. => strike
The camp, home to 74,000 people, has 12 doctors. => camp; camp
Varn won orders for 840 megawatts. => orders
Varn lifted its dividend 10 per cent to $6. => dividend; dividend
Sales were up a solid 0.9%. => Sales
"""
