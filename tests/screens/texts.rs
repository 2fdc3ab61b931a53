//! The articles on the desk, invented for these tests.

/// Headings, a list, a block quote, emphasis, and three people quoted, two of them for what they know.
pub const BROOK: &str = "\
---
title: De beek mag weer kronkelen
author: Femke Waterloo
date: 2024-10-12
section: Landschap
---

Honderd jaar lang stroomde de Looschebeek in een rechte lijn naar het kanaal. Nu graaft een kraan er \
*bochten* in, en dat is **duurder** dan niets doen. In het dorp is niet iedereen er gelukkig mee.

„Een rechte beek is een goot”, zegt hydroloog Marieke van der Velde van de Universiteit Twente. „Het water \
is weg voordat de bodem er iets aan heeft.” Zij meet sinds drie jaar hoe hoog het grondwater staat in de \
weilanden langs de oever, en vergelijkt dat met de neerslag die de boeren zelf bijhouden.

## Een goot wordt een beek

De eerste bocht ligt er sinds april. Op een halve kilometer van de sluis buigt het water nu om een rij \
elzen heen, vertraagt, en laat aan de binnenkant zand liggen. Dat zand was de bedoeling: er broeden \
inmiddels oeverzwaluwen in de steile kant ertegenover.

Veehouder Teun Hagens ziet het met gemengde gevoelens aan. „Mijn vader heeft die beek nog helpen \
rechttrekken”, zegt hij. „Nu krijg ik geld om hem weer krom te laten maken.” Hij heeft vier hectare land \
afgestaan en kreeg er elders vijf voor terug, maar die liggen een kwartier rijden verderop.

Het waterschap noemt drie redenen om de beek te verleggen:

- het water blijft langer in het gebied en zakt in droge zomers niet weg;
- bij hoosbuien stijgt het peil minder snel, zodat de kelders in de Molenstraat droog blijven;
- in langzaam stromend water komen vissen voor die sinds de jaren vijftig verdwenen waren.

## Wie betaalt de bochten

De verlegging kost elf miljoen euro, waarvan de provincie de helft draagt. Volgens econoom Joost Brandsma, \
die voor het ministerie uitrekende wat verdroging kost, is dat bedrag in twaalf jaar terugverdiend. „Een \
mislukte oogst staat in geen enkele begroting”, zegt Brandsma, „maar iemand betaalt hem wel.”

> Wie het water haast geeft, moet het later halen.

Dat staat op een tegel in de hal van het gemaal. De machinist die hem ophing, ging in 1961 met pensioen.

### Wat er nog komt

Volgend voorjaar volgt het stuk tussen de spoorbrug en de oude steenfabriek. Daar is de bodem vervuild met \
zware metalen, zodat de grond niet zomaar mag blijven liggen. Van der Velde verwacht dat het werk er twee \
jaar langer duurt dan gepland. Hagens haalt zijn schouders op. „De beek heeft honderd jaar gewacht. Die \
twee jaar kunnen er ook nog bij.”
";

/// Nobody says anything.
pub const SILENT: &str = "\
---
title: Stilte op het wad
author: Ilse Bootsma
date: 2023-02
---

Het water trok zich terug en liet een vlakte achter waarop niets bewoog. Een uur lang hoorde de wandelaar \
alleen haar eigen laarzen.
";

/// A title and no text.
pub const EMPTY: &str = "---\ntitle: Nog te schrijven\n---\n";
