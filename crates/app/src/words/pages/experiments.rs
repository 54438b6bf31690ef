//! Experiments on oneself: headings, labels and notes. Their sentences are in `words/experiment.rs`.

use crate::words::language::texts;
use crate::words::pages::what_if::shoe;
use kneewise_types::shoe::ShoeCategory;

texts! {
    /// The texts of the page.
    Experiments {
        title: "Experiments", "Versuche";
        none_open: "What helps this knee can be tried.", "Was diesem Knie hilft, lässt sich ausprobieren.";
        waits: "The experiment waits: the knee comes first.", "Der Versuch wartet: Das Knie geht vor.";
        lead: "One thing is changed in every other block of two to four weeks, in an order drawn beforehand. Afterwards the blocks are compared. One at a time.",
            "In jedem zweiten Block von zwei bis vier Wochen wird eine Sache geändert, in einer vorher ausgelosten Reihenfolge. Danach werden die Blöcke verglichen. Immer nur einer zur Zeit.";
        today: "Today", "Heute";
        experiment: "Experiment", "Versuch";
        open: "See its blocks", "Zu den Blöcken";
        wait: "Wait.", "Warte.";
        go_on_as_usual: "Until then go on as usual, or end it.", "Bis dahin mach wie üblich weiter, oder beende ihn.";
        blocks: "The blocks", "Die Blöcke";
        block: "Block", "Block";
        days: "Days", "Tage";
        how: "How", "Wie";
        kept: "Kept", "Eingehalten";
        pain: "Mean pain", "Mittlerer Schmerz";
        entered: "Days entered", "Tage eingetragen";
        free: "Days without a flare", "Tage ohne Schub";
        now: "now", "jetzt";
        over: "over", "vorbei";
        later: "later", "später";
        not_done: "not finished", "nicht beendet";
        what_they_say: "What the blocks say", "Was die Blöcke sagen";
        end: "End it early", "Vorzeitig beenden";
        because: "Why, in your own words", "Warum, in eigenen Worten";
        end_note: "Blocks that are over still count.", "Blöcke, die vorbei sind, zählen weiter.";
        end_button: "End the experiment", "Versuch beenden";
        reason(text: &str): "Ended because: {text}", "Beendet, weil: {text}";
        not_now: "Not now", "Nicht jetzt";
        not_now_note: "Once that has settled, this is the place to try one change.", "Wenn das geklärt ist, lässt sich hier eine Änderung ausprobieren.";
        try_one: "Try a change", "Eine Änderung ausprobieren";
        step_rate: "More steps a minute", "Mehr Schritte pro Minute";
        step_rate_about: "At the same speed, with shorter steps. What the knee is spared, calf and Achilles tendon carry.",
            "Bei gleichem Tempo, mit kürzeren Schritten. Was dem Knie erspart bleibt, tragen Wade und Achillessehne.";
        shoes: "Another pair of shoes", "Ein anderes Paar Schuhe";
        shoes_about: "Name the pair of each run, so that the blocks can be told apart.",
            "Nenn zu jedem Lauf das Paar, damit die Blöcke zu unterscheiden sind.";
        rest_days: "More rest days", "Mehr Ruhetage";
        rest_days_about: "More days a week without a run or strength training.", "Mehr Tage pro Woche ohne Lauf und Krafttraining.";
        two_pairs_needed: "Two pairs must be known: name the pair of a run on home, or bring in shoes.csv.",
            "Zwei Paare müssen bekannt sein: Nenn auf der Startseite das Paar eines Laufs, oder lies shoes.csv ein.";
        percent: "How many more, in percent (5 to 10)", "Wie viele mehr, in Prozent (5 bis 10)";
        steps_within(percent: &str): "{percent} % was looked at; 5 to 10 % can be tried.", "Angesehen wurden {percent} %; ausprobieren lassen sich 5 bis 10 %.";
        usual: "The pair you run in", "Das Paar, in dem du läufst";
        other: "The pair to try", "Das Paar zum Ausprobieren";
        rest: "Rest days a week", "Ruhetage pro Woche";
        side: "For which knee", "Für welches Knie";
        left: "left", "links";
        right: "right", "rechts";
        length: "Days of a block", "Tage eines Blocks";
        length_of(days: u8, weeks: u8): "{days} ({weeks} weeks)", "{days} ({weeks} Wochen)";
        pairs: "Pairs of blocks", "Blockpaare";
        pairs_of(pairs: u8, ways: &str): "{pairs}: the smallest chance is 1 in {ways}", "{pairs}: Zufall im besten Fall 1 zu {ways}";
        outcome: "What is compared", "Was verglichen wird";
        start: "First day", "Erster Tag";
        begin: "Draw the order and begin", "Reihenfolge auslosen und beginnen";
        more: "More about it", "Mehr dazu";
        stops: "It stops by itself at a red light, a sign that must be seen, or open safety questions; more steps also at calf pain above 2, and when two runs of a block were not taken well.",
            "Er hält von selbst an bei roter Ampel, einem Zeichen, das angesehen werden muss, oder offenen Sicherheitsfragen; mehr Schritte auch bei Wadenschmerz über 2, und wenn zwei Läufe eines Blocks nicht gut vertragen wurden.";
        earlier: "Earlier ones", "Frühere";
        try_steps(percent: &str): "Try {percent} % more steps yourself", "{percent} % mehr Schritte selbst ausprobieren";
        try_shoes: "Try another pair yourself", "Ein anderes Paar selbst ausprobieren";
        try_note: "In blocks of two weeks, as usual and with the change: your own knee says more than a model.",
            "In Blöcken von zwei Wochen, wie üblich und mit der Änderung: Dein eigenes Knie sagt mehr als ein Modell.";
        no_such_pair(shoe: &str): "No pair of yours is known to be {shoe}: choose what you have.", "Von dir ist kein Paar bekannt, das so ist ({shoe}): Wähl, was du hast.";
    }
}

/// What if had a kind of shoe that the runner does not have.
#[must_use]
pub fn kind_of_shoe_unknown(category: ShoeCategory) -> String {
    Experiments.no_such_pair(shoe(category))
}
