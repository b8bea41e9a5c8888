/** Articles in several languages, questions that they answer, and the same with a word swapped for one that the articles lack. */
export interface SwappedSet {
  readonly lang: string;
  readonly articles: Readonly<Record<string, string>>;
  /** A question that is answered, and its twin that is not. */
  readonly pairs: readonly (readonly [answered: string, swapped: string])[];
}

const english: SwappedSet = {
  lang: "en",
  articles: {
    thyroid: `# The thyroid gland

Hypothyroidism means that the gland makes too few hormones. It is treated with a tablet of levothyroxine each morning.

## Symptoms

People with hypothyroidism feel tired, put on weight and are often cold. A blood test shows it.`,
    anxiety: `# Medicines for anxiety

The usual dose of clonidine is 0.1 mg twice a day. Sertraline is begun with 25 mg and raised after a week.

## Side effects

Sertraline may cause nausea and headaches in the first days. Clonidine lowers the blood pressure.`,
    trains: `# Trains from Dresden

The train to Freiberg leaves at 8:15 from platform 4. The journey to Freiberg takes 40 minutes and costs 9 euros.

## Tickets

Tickets are sold at the machine on the platform.`,
    server: `# Running the server

The server listens on port 8787. Set the port with the option --port.

## Databases

The server stores its sessions in PostgreSQL. Install the driver with npm install pg.

## Logging

Logs are written to the folder log as lines of JSON. Set the level of the logs with LOG_LEVEL.`,
    laptop: `# The laptop

The Aurora 14 laptop has 16 GB of memory and weighs 1.2 kilograms. Its battery lasts nine hours.

## Warranty

The warranty of the laptop covers the keyboard for two years.`,
    garden: `# Garden notes

Tomatoes need six hours of sun and are watered every morning. Plant tomatoes after the last frost.

## Pests

Aphids on roses are washed off with soapy water.`,
    office: `# The office in Hamburg

The office in Hamburg opens at nine and closes at six. Martina Keller is the head of the office.

## Parking

Visitors may park behind the building for free.`,
    bank: `# Accounts

A savings account pays 2.1 percent interest a year. To close a savings account, write to the branch.

## Cards

A lost debit card is blocked by calling the hotline at any time.`,
    vaccine: `# Measles vaccine

The measles vaccine is given in two doses, the first at twelve months. Side effects of the measles vaccine are a sore arm and a fever.

## Who should not get it

People who are pregnant should not get the measles vaccine.`,
    ferry: `# The ferry to Gull Island

The ferry to Gull Island leaves every two hours. Dogs are allowed on the ferry on a leash.

## Fares

A ticket for the ferry costs 12 dollars for adults.`,
    hooks: `# Effects

The hook useEffect runs after each render. Return a function from useEffect to clean up.

## State

useState keeps a value between renders.`,
    model: `# Qwen3

Qwen3 is a family of large language models that Alibaba released in April 2025. It is open and comes in eight sizes.

## Licence

Qwen3 has the Apache licence.`,
    glaciers: `# Notes on glaciers

A glacier is a mass of ice that flows slowly downhill. It is fed by snow.`,
    violins: `# Notes on violins

A violin has four strings and is played with a bow. Its body is of spruce and maple.`,
    bread: `# Notes on bread

Bread is made of flour, water, salt and yeast. The dough rests overnight and is baked at 230 degrees.`,
  },
  pairs: [
    ["How is hypothyroidism treated?", "How is hyperthyroidism treated?"],
    ["What is hypothyroidism?", "What is hyperthyroidism?"],
    ["What are the symptoms of hypothyroidism?", "What are the symptoms of hyperthyroidism?"],
    ["what are the symptoms of hypothyroidism", "what are the symptoms of diabetes"],
    ["HOW IS HYPOTHYROIDISM TREATED?", "HOW IS HYPERTHYROIDISM TREATED?"],
    ["What is the usual dose of clonidine?", "What is the usual dose of clonazepam?"],
    ["What are the side effects of sertraline?", "What are the side effects of fluoxetine?"],
    ["what are the side effects of sertraline", "what are the side effects of fluoxetine"],
    ["What are the side effects of Sertraline?", "What are the side effects of Fluoxetine?"],
    ["Does sertraline cause nausea?", "Does ibuprofen cause nausea?"],
    ["When does the train to Freiberg leave?", "When does the train to Freiburg leave?"],
    ["when does the train to freiberg leave", "when does the train to freiburg leave"],
    ["How long is the journey to Freiberg?", "How long is the journey to Chemnitz?"],
    ["Which port does the server listen on?", "Which socket does the server listen on?"],
    ["Where does the server store its sessions?", "Where does the server store its passwords?"],
    ["How do I install the driver for PostgreSQL?", "How do I install the driver for MySQL?"],
    ["where does the server store its sessions", "where does redis store its sessions"],
    ["Does the server listen on port 8787?", "Does the server listen on port 8788?"],
    ["How much memory has the Aurora 14 laptop?", "How much memory has the Aurora 15 laptop?"],
    ["How much memory has the Aurora 14 laptop?", "How much memory has the Borealis 14 laptop?"],
    ["Does the warranty cover the keyboard?", "Does the warranty cover the screen?"],
    ["How much does the laptop weigh?", "How much does the printer weigh?"],
    ["When should tomatoes be planted?", "When should potatoes be planted?"],
    ["How often are tomatoes watered?", "How often are cucumbers watered?"],
    ["How do I get rid of aphids on roses?", "How do I get rid of weevils on roses?"],
    ["When does the office in Hamburg open?", "When does the office in Homburg open?"],
    ["When does the office in Hamburg open?", "When does the office in Munich open?"],
    ["when does the office in hamburg open", "when does the office in munich open"],
    ["Who is Martina Keller?", "Who is Martin Keller?"],
    ["Who is Martina Keller?", "Who is Martina Kessler?"],
    ["Who is the head of the office in Hamburg?", "Who is the head of the office in Bremen?"],
    ["How much interest does a savings account pay?", "How much interest does a mortgage pay?"],
    ["How do I close a savings account?", "How do I close a brokerage account?"],
    ["How do I block a lost debit card?", "How do I block a lost passport?"],
    ["What are the side effects of the measles vaccine?", "What are the side effects of the mumps vaccine?"],
    ["how many doses of the measles vaccine are given", "how many doses of the rabies vaccine are given"],
    ["Who should not get the measles vaccine?", "Who should not get the cholera vaccine?"],
    ["When does the ferry to Gull Island leave?", "When does the ferry to Seal Island leave?"],
    ["How much does a ticket for the ferry cost?", "How much does a ticket for the opera cost?"],
    ["What does useEffect do?", "What does useMemo do?"],
    ["When does useEffect run?", "When does useLayoutEffect run?"],
    ["How do I clean up in useEffect?", "How do I clean up in useReducer?"],
    ["Which licence has Qwen3?", "Which chips does Qwen3 run on?"],
    ["When was Qwen3 released?", "When was Qwen2 released?"],
    ["How many sizes does Qwen3 come in?", "How many GPUs does Qwen3 need?"],
    ["What is Qwen3?", "What is Llama?"],
    ["what is a glacier", "what is a volcano"],
    ["How many strings has a violin?", "How many strings has a guitar?"],
    ["How hot is bread baked?", "How hot is pizza baked?"],
    ["What is bread made of?", "What is cheese made of?"],
  ],
};

const german: SwappedSet = {
  lang: "de",
  articles: {
    schilddruese: `# Die Schilddrüse

Eine Hypothyreose wird mit Levothyroxin behandelt. Bei einer Hypothyreose ist man müde und friert leicht.`,
    zug: `# Züge ab Dresden

Der Zug nach Freiberg fährt um 8:15 Uhr von Gleis 4 ab. Die Fahrt nach Freiberg dauert 40 Minuten.`,
    konto: `# Das Konto

Ein Sparkonto bringt 2,1 Prozent Zinsen im Jahr. Ein Sparkonto wird in der Filiale gekündigt.`,
    impfung: `# Die Impfung gegen Masern

Die Impfung gegen Masern besteht aus zwei Dosen. Nach der Impfung gegen Masern kann der Arm schmerzen.`,
    amt: `# Das Amt in Hamburg

Das Amt in Hamburg öffnet um neun Uhr. Die Leiterin ist Martina Keller. Ein Reisepass kostet dort 70 Euro.`,
    garten: `# Der Garten

Tomaten brauchen sechs Stunden Sonne und werden jeden Morgen gegossen. Blattläuse werden mit Seifenwasser abgewaschen.`,
    gletscher: `# Gletscher

Ein Gletscher ist eine Masse aus Eis, die langsam zu Tal fließt.`,
    brot: `# Brot

Brot wird aus Mehl, Wasser, Salz und Hefe gebacken.`,
  },
  pairs: [
    ["Wie wird eine Hypothyreose behandelt?", "Wie wird eine Hyperthyreose behandelt?"],
    ["Wann fährt der Zug nach Freiberg?", "Wann fährt der Zug nach Freiburg?"],
    ["wann fährt der zug nach freiberg", "wann fährt der zug nach freiburg"],
    ["Wie lange dauert die Fahrt nach Freiberg?", "Wie lange dauert die Fahrt nach Leipzig?"],
    ["Wie viel Zinsen bringt ein Sparkonto?", "Wie viel Zinsen bringt ein Girokonto?"],
    [
      "Aus wie vielen Dosen besteht die Impfung gegen Masern?",
      "Aus wie vielen Dosen besteht die Impfung gegen Röteln?",
    ],
    ["Wann öffnet das Amt in Hamburg?", "Wann öffnet das Amt in München?"],
    ["Was kostet ein Reisepass?", "Was kostet ein Führerschein?"],
    ["Wie oft werden Tomaten gegossen?", "Wie oft werden Gurken gegossen?"],
    ["Was ist ein Gletscher?", "Was ist ein Vulkan?"],
    ["Woraus wird Brot gebacken?", "Woraus wird Kuchen gebacken?"],
  ],
};

const french: SwappedSet = {
  lang: "fr",
  articles: {
    thyroide: `# La thyroïde

L'hypothyroïdie se traite avec la lévothyroxine. Les symptômes de l'hypothyroïdie sont la fatigue et le froid.`,
    train: `# Les trains

Le train pour Nantes part à 8 h 15 de la voie 4. Le voyage jusqu'à Nantes dure deux heures.`,
    compte: `# Le compte

Le livret rapporte 3 % par an. Pour fermer le livret, écrivez à l'agence.`,
    vaccin: `# Le vaccin contre la rougeole

Le vaccin contre la rougeole se fait en deux doses. Après le vaccin contre la rougeole, le bras peut faire mal.`,
    glaciers: `# Les glaciers

Un glacier est une masse de glace qui descend lentement.`,
    pain: `# Le pain

Le pain est fait de farine, d'eau, de sel et de levure.`,
  },
  pairs: [
    ["Comment se traite l'hypothyroïdie ?", "Comment se traite l'hyperthyroïdie ?"],
    ["Quand part le train pour Nantes ?", "Quand part le train pour Mantes ?"],
    ["quand part le train pour nantes", "quand part le train pour lyon"],
    ["Combien rapporte le livret ?", "Combien rapporte l'hypothèque ?"],
    ["De quoi est fait le pain ?", "De quoi est fait le fromage ?"],
    ["Qu'est-ce qu'un glacier ?", "Qu'est-ce qu'un volcan ?"],
  ],
};

const spanish: SwappedSet = {
  lang: "es",
  articles: {
    tiroides: `# La tiroides

El hipotiroidismo se trata con levotiroxina. Los síntomas del hipotiroidismo son el cansancio y el frío.`,
    tren: `# Los trenes

El tren a Valencia sale a las 8:15 del andén 4. El viaje a Valencia dura dos horas.`,
    cuenta: `# La cuenta

La cuenta de ahorro paga un 2 % al año. Para cerrar la cuenta de ahorro, escriba a la oficina.`,
    vacuna: `# La vacuna del sarampión

La vacuna del sarampión se pone en dos dosis. Tras la vacuna del sarampión puede doler el brazo.`,
    glaciares: `# Los glaciares

Un glaciar es una masa de hielo que baja despacio.`,
    pan: `# El pan

El pan se hace con harina, agua, sal y levadura.`,
  },
  pairs: [
    ["¿Cómo se trata el hipotiroidismo?", "¿Cómo se trata el hipertiroidismo?"],
    ["¿Cuándo sale el tren a Valencia?", "¿Cuándo sale el tren a Palencia?"],
    ["cuándo sale el tren a valencia", "cuándo sale el tren a madrid"],
    ["¿Con qué se hace el pan?", "¿Con qué se hace el queso?"],
    ["¿Qué es un glaciar?", "¿Qué es un volcán?"],
  ],
};

export const swappedSets: readonly SwappedSet[] = [english, german, french, spanish];
