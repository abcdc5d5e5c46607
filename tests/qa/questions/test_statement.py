import pytest

from qa.questions.statement import stated, statement


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is the licence exclusive?", "The licence is exclusive."),
        ("Is Microsoft's licence exclusive?", "Microsoft's licence is exclusive."),
        ("Is the river’s level rising?", "The river’s level is rising."),
        ("Was the bridge rebuilt after the flood?", "The bridge was rebuilt after the flood."),
        ("Was the man in red arrested?", "The man in red was arrested."),
        ("Is the head of the union on strike?", "The head of the union is on strike."),
        (
            "Is the deal between Nordlinie and Baltica exclusive?",
            "The deal between Nordlinie and Baltica is exclusive.",
        ),
        ("Were 12 people killed?", "12 people were killed."),
        ("Is there a deadline?", "There is a deadline."),
        ("Is this over?", "This is over."),
        ("Is this deal over?", "This deal is over."),
        ("Isn't it over?", "It is not over."),
        ("Is it?", "It is."),
        ("Did it rain?", "It rained."),
        ("Didn’t Holm leave the bridge early?", "Holm did not leave the bridge early."),
        ("Did the price of oil fall?", "The price of oil fell."),
        (
            "Did the United Kingdom leave the European Union?",
            "The United Kingdom left the European Union.",
        ),
        (
            "Does the company own 27 percent of OpenAI?",
            "The company owns 27 percent of OpenAI.",
        ),
        ("Do both parties support the law?", "Both parties support the law."),
        ("Has Nordlinie paid the fine?", "Nordlinie has paid the fine."),
        (
            "Have the banks and the insurers agreed?",
            "The banks and the insurers have agreed.",
        ),
        ("Will the toll end in 2027?", "The toll will end in 2027."),
        ("Won't the toll end in 2027?", "The toll will not end in 2027."),
        ("Can't they appeal?", "They can not appeal."),
        ("Cannot the town appeal?", "The town can not appeal."),
        ("Might the vote be delayed?", "The vote might be delayed."),
        ("is openai profitable?", "Openai is profitable."),
        ("And is the mayor  still\nabroad??", "The mayor is still abroad."),
        ("Please, is the park open", "The park is open."),
        ("Can plants hear sounds?", "Plants can hear sounds."),
        ("Can the new diet cause harm?", "The new diet can cause harm."),
        ("Will the firm raise cash?", "The firm will raise cash."),
        ("Did Ann Ash play for Turin?", "Ann Ash played for Turin."),
        ("Does dreaming only take place at night?", "Dreaming only takes place at night."),
        (
            "Was Mill 98 at Fort Ash built before 1911?",
            "Mill 98 at Fort Ash was built before 1911.",
        ),
        (
            "Was Mill 98 at Fort A. Worth built before 1911?",
            "Mill 98 at Fort A. Worth was built before 1911.",
        ),
        ("Was Ann Ash born in Turin?", "Ann Ash was born in Turin."),
        ("Is Ash considered a town?", "Ash is considered a town."),
        (
            "Is the given name Ann derived from Hannah?",
            "The given name Ann is derived from Hannah.",
        ),
        ("Is a dollar worth more than a euro?", "A dollar is worth more than a euro."),
        ("Were more than 40 Harrow lamps sold?", "More than 40 Harrow lamps were sold."),
        ("Was nearly all of the money found?", "Nearly all of the money was found."),
        ("Was anyone arrested at the sit-in?", "Someone was arrested at the sit-in."),
        ("Did he know before anyone fell?", "He knew before anyone fell."),
        ("Isn't there any way out?", "There is not any way out."),
        ("Can current language students end it?", "Current language students can end it."),
        ("Did any of the cadets drown?", "Some of the cadets drowned."),
        ("Can one walk there?", "One can walk there."),
        ("Was 1958 the year of the flood?", "1958 was the year of the flood."),
        ("Is Loch Arrin deeper than 80 metres?", "Loch Arrin is deeper than 80 metres."),
        ("Was the painter angry about the fire?", "The painter was angry about the fire."),
        ("Is the fair in Turin free of charge?", "The fair in Turin is free of charge."),
        ("Was the hall home to a dog?", "The hall was home to a dog."),
        ("Is Ann Ash chief executive of Birk Oil?", "Ann Ash is chief executive of Birk Oil."),
        ("Were the Turin Bulls champions of Italy?", "The Turin Bulls were champions of Italy."),
        ("Is Cuba among the buyers?", "Cuba is among the buyers."),
        ("Was a tram behind the signal?", "A tram was behind the signal."),
        ("Was the fire in the mill a crime?", "The fire in the mill was a crime."),
        ("Was Ash in the mill when the roof fell?", "Ash was in the mill when the roof fell."),
        (
            "Was Ann Ash with Birk for more than 9 years?",
            "Ann Ash was with Birk for more than 9 years.",
        ),
        ("Was Labour leader Ann Ash ill?", "Labour leader Ann Ash was ill."),
        ("Has the Ash Arena fewer than 300 seats?", "The Ash Arena has fewer than 300 seats."),
        ("Are the buyers of the mill to pay more?", "The buyers of the mill are to pay more."),
        ("Was the heat what killed them?", "The heat was what killed them."),
        ("Has Ann Ash run a marathon?", "Ann Ash has run a marathon."),
        ("Has gold ever been found there?", "Gold has been found there."),
        ("Is it the largest ship ever built?", "It is the largest ship ever built."),
        ("Has the tram in Ash cost lives?", "The tram in Ash has cost lives."),
        ("Had the woman who won been a nun?", "The woman who won had been a nun."),
        ("Did the oil company Acme strike gas?", "The oil company Acme struck gas."),
        ("Did the pilots' strike force Acme to pay?", "The pilots' strike forced Acme to pay."),
    ],
)
def test_a_yes_or_no_question_becomes_the_statement_it_asks_about(question, said):
    assert statement(question) == said


@pytest.mark.parametrize(
    "question",
    ["When does the toll end?", "Who paid?", "The toll is over.", "Is?", "?", "", "Isabel left?"],
)
def test_another_question_is_no_statement(question):
    assert statement(question) is None


@pytest.mark.parametrize("subject", ["it", "the ferry", "Ida Holm", "the", "of", "and", "a of the"])
@pytest.mark.parametrize("auxiliary", ["Is", "Did", "Has", "Won't", "Were"])
def test_no_question_is_too_odd(auxiliary, subject):
    said = statement(f"{auxiliary} {subject}?")
    assert said is not None
    assert set(subject.casefold().split()) <= set(said.casefold().rstrip(".").split())


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("Who directed the film?", "Ann Ash", "Ann Ash directed the film."),
        ("Which studio made it?", "Acme", "Acme studio made it."),
        ("What is the capital of Elbonia?", "Bonn", "The capital of Elbonia is Bonn."),
        ("When was the mill built?", "in 1902", "The mill was built in 1902."),
        ("Where was Ann Ash born?", "Turin", "Ann Ash was born in Turin."),
        ("What sport is Ann Ash known for?", "golf", "Ann Ash is known for golf."),
        ("How many mills are there?", "12", "There are 12 mills."),
        ("How many mills are there?", "12 mills", "There are 12 mills."),
        ("How many mills are in the town?", "12", "12 mills are in the town."),
        ("How many mills have been sold?", "12", "12 mills have been sold."),
        ("How many people were killed in Turin?", "12", "12 people were killed in Turin."),
        ("How many people are there in Turin?", "12", "There are 12 people in Turin."),
        ("When was Ann Ash born?", "3 May 1902", "Ann Ash was born on 3 May 1902."),
        ("When did the mill close?", "May 1902", "The mill closed in May 1902."),
        ("What year did the mill close?", "1902", "The mill closed in 1902."),
        ("When is the next match?", "3 May", "The next match is on 3 May."),
        ("When does the toll end?", "soon", "The toll ends soon."),
        ("Where is the next match", "Turin", "The next match is in Turin."),
        ("In which state is the mill located?", "Elbonia", "The mill is located in Elbonia."),
        (
            'Who is the artist of the song "Mad for You"?',
            "Ash",
            'The artist of the song "Mad for You" is Ash.',
        ),
        ("Who has the most mills?", "Ash", "Ash has the most mills."),
        ("Who has the firm hired?", "Ash", "The firm has hired Ash."),
        ("Who could be the next head?", "Ash", "Ash could be the next head."),
        ("The mill was built when?", "1902", "The mill was built when: 1902."),
    ],
)
def test_an_answer_is_put_into_its_question(question, answer, said):
    assert stated(question, answer) == said
