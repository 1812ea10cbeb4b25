"""Sentences whose numbers name, rank or date a thing, invented, each with what is read in it: `text => figure; figure`.

Each line stands for a class that was met in news which nothing had been fitted to.
"""

NAMED = """
The song opened at number four in Ostrel. => name
Koll, the world number two, lost. => name
The number three million is large. => 3000000 number
She moved into the top 50 on Monday. => name
The top three sellers are shut. => 3 count seller
Varn reached the last eight. => name
The last eight boats came home. => 8 count boat
The Fantastic Four, a film, opens today. => name
Varn One controller Ana Koll resigned. => name
Storm Kills Five Children In Ostrel. => 5 count child
The Twenty20 side lost. => name
The one Moreau scored was better. =>
He sold 3D films to 5G users. => name; name
Its rival in the 7E7 class is late. => name
Sales fell 4.29pc in 6MFY26 from last year. => down 4.29 percent percent; name
Version v2.4.6 is out. => name
The clinic is at 100 Varn Avenue. => name
He lived at 9535 Linton Hall Rd., Ostrel. => name
The horse was the 9/4 favourite. => score
The deed of 04/15 was signed. => date
One MP resigned. => 1 count mp
Thousands join a march in Ostrel. => 1000..10000 number
Thousands of Kiwis came home. => 1000..10000 count kiwi
Some 40 Israelis were held. => ~40 count israeli
Two of their last ten boats sank. => 2 count boat; 10 count boat
The police collected P136.7M and P500,000. => 136700000 money PHP; 500000 money PHP
The P7 bridge is shut. => name
The plan costs Rs4.5tr. => 4500000000000 money INR
"""
WHEN = """
Shares rose 4.5% by 0900 GMT. => up 4.5 percent percent; time
It runs from 1130 to 1215 GMT on Sunday. => time
The ferry leaves at 0530 and returns. => time
The wall dates from 300 BC. => year
Trade with the coast began by 1000 CE. => year
The class of ’05 met again. => year
Growth was 2% in 2006/07. => 2 percent percent; year
The fair is held on 9 and 10 July. => date
They will vote on 4 or 5 April. => date
Rain is likely on July 25 and 26. => date
On May 5 and 20 boats sank. => date; 20 count boat
It is day 1,455 of the war. => section
"""
AGES = """
The music student, 19, was held. => 19 age year of age
Police found the girl, 5, in Ostrel. => 5 age year of age
The schoolboy, nine, was hurt. => 9 age year of age
Her son Freddie, six, is back. => 6 age year of age
The former Varn star, 39, has resigned. => 39 age year of age
The highest number, 96, was in Ostrel. => 96 number
It was the 24-year-old’s mistake. => 24 age year of age
They took the 84 year old's car. => 84 age year of age
The boys are aged 16, 11 and nine. => 16 age year of age; 11 age year of age; 9 age year of age
"""
ONES = """
It runs on one known as Varn. =>
He wants one last outing. => 1 count last outing
One more small business closed. => 1 count small business
On the one hand it is good. =>
At one point it rose. =>
One MP doesn't know. => 1 count mp
Some 32 Ostrel MPs resigned. => ~32 count ostrel mp
It drew 10.9m viewers - about four million fewer. => 10900000 count viewer; ~4000000 number
It takes 10 km - 20 km. => 10..20 measure kilometre
The former 100m champion Ana Chambers ran. => 100 measure metre
The boxing film Million Varn Baby won. => name
It is a multi-million pound fund. =>
It cut Articles 5, 6 and 9. => section; section; section
It was at number eight and 10 respectively. => name; name
Season two of it begins on Monday. => section
Ostrel moves to level three on Monday. => section
He will form two teams. => 2 count team
The clinic opens 5:30-6:30 p.m. on Monday. => time
It is sold at varn.com/u/0/1110910895 for £3. => 3 money GBP
The film has made Rs 125 cr. => 1250000000 money INR
"""
