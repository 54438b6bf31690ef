//! What if: the same runs, run in another way.

use crate::words::language::texts;
use kneewise_types::shoe::ShoeCategory;

texts! {
    /// The texts of What if.
    WhatIf {
        title: "What if", "Was wäre wenn";
        h1_weeks: "The same eight weeks, run a little differently.", "Dieselben acht Wochen, ein wenig anders gelaufen.";
        h1_half_year: "The same half year, run a little differently.", "Dasselbe halbe Jahr, ein wenig anders gelaufen.";
        h1_year: "The same year, run a little differently.", "Dasselbe Jahr, ein wenig anders gelaufen.";
        h1_all: "All your runs, run a little differently.", "Alle deine Läufe, ein wenig anders gelaufen.";
        lead(day: &str): "Your own runs since {day}, counted again. This shows what the knee would have carried. It does not show whether it would have hurt.",
            "Deine eigenen Läufe seit dem {day}, neu gezählt. Das zeigt, was das Knie getragen hätte. Es zeigt nicht, ob es geschmerzt hätte.";
        lead_all: "All your own runs, counted again. This shows what the knee would have carried. It does not show whether it would have hurt.",
            "Alle deine eigenen Läufe, neu gezählt. Das zeigt, was das Knie getragen hätte. Es zeigt nicht, ob es geschmerzt hätte.";
        change: "Change", "Ändern";
        count_again: "Count again", "Neu zählen";
        as_it_was: "Everything as it was", "Alles, wie es war";
        runs: "Which runs", "Welche Läufe";
        weeks: "8 weeks", "8 Wochen";
        half_year: "half a year", "halbes Jahr";
        year: "a year", "ein Jahr";
        all: "all", "alle";
        steps: "Steps per minute", "Schritte pro Minute";
        steps_hint: "At the same speed, with shorter steps.", "Bei gleichem Tempo, mit kürzeren Schritten.";
        descents: "Steepest descent", "Steilstes Gefälle";
        descents_hint: "Steeper ones become level ground.", "Steilere werden zur Ebene.";
        speed: "Speed", "Tempo";
        speed_hint: "Over the same distance. Slower lowers each step, but takes more of them.",
            "Über dieselbe Strecke. Langsamer macht jeden Schritt leichter, braucht aber mehr davon.";
        mass: "Body mass", "Körpergewicht";
        mass_hint: "Known from carrying more, not from losing it.", "Bekannt vom Tragen, nicht vom Abnehmen.";
        shoe: "Shoes", "Schuhe";
        shoe_hint: "Every run in such a pair, once used to it.", "Jeder Lauf in so einem Paar, daran gewöhnt.";
        as_worn: "as worn", "wie getragen";
        same: "as it was", "wie es war";
        more(percent: &str): "{percent} % more", "{percent} % mehr";
        less(percent: &str): "{percent} % less", "{percent} % weniger";
        at_most(percent: &str): "at most {percent} %", "höchstens {percent} %";
        with(changes: &str): "With {changes}.", "Mit {changes}.";
        of_runs(number: &str, length: &str): "{number}, {length} of running.", "{number}, {length} gelaufen.";
        and: " and ", " und ";
        steps_changed(change: &str, before: &str, after: &str): "{change} steps a minute ({after} instead of {before})",
            "{change} Schritten pro Minute ({after} statt {before})";
        steps_changed_bare(change: &str): "{change} steps a minute", "{change} Schritten pro Minute";
        descents_changed(percent: &str): "no descent steeper than {percent} %", "keinem Gefälle über {percent} %";
        speed_changed(change: &str): "{change} speed", "{change} Tempo";
        mass_changed(change: &str): "{change} body mass", "{change} Körpergewicht";
        shoe_changed(shoe: &str): "every run in {shoe}", "jedem Lauf in {shoe}";
        answer_both(load: &str, damage: &str): "Kneecap joint: {load} load, {damage} damage by our assumption",
            "Kniescheibengelenk: {load} Belastung, {damage} Schaden nach unserer Annahme";
        answer_equal(load: &str): "Kneecap joint: {load} load, damage as before",
            "Kniescheibengelenk: {load} Belastung, Schaden wie zuvor";
        answer_unsure(load: &str): "Kneecap joint: {load} load; which way damage goes hangs on an assumption",
            "Kniescheibengelenk: {load} Belastung; ob der Schaden steigt oder sinkt, hängt an einer Annahme";
        nothing_changed: "Move a slider to count your runs again", "Beweg einen Regler, und deine Läufe werden neu gezählt";
        no_runs: "There is no run in these days to count again", "In diesen Tagen gibt es keinen Lauf, der neu gezählt werden könnte";
        no_runs_hint: "Choose a longer time, or bring in files.", "Wähl eine längere Zeit, oder lies Dateien ein.";
        load: "load", "Belastung";
        damage: "damage", "Schaden";
        not_shown: "Not shown: which way it goes hangs on an assumption.", "Nicht gezeigt: Die Richtung hängt an einer Annahme.";
        likely(range: &str): "likely {range}", "wahrscheinlich {range}";
        either_way: "Either way is possible.", "Beides ist möglich.";
        was: "as it was", "wie es war";
        fifth_less: "a fifth less", "ein Fünftel weniger";
        quarter_more: "a quarter more", "ein Viertel mehr";
        third_less: "a third less", "ein Drittel weniger";
        half_more: "half more", "die Hälfte mehr";
        half: "half", "die Hälfte";
        double: "double", "das Doppelte";
        quarter: "a quarter", "ein Viertel";
        four_times: "four times", "das Vierfache";
        eighth: "an eighth", "ein Achtel";
        eight_times: "eight times", "das Achtfache";
        both_note: "Load sums force and time of all steps. Damage counts hard steps most: as many easy steps on the level as would do the same by an assumption about fatigue. They may go opposite ways, so both are shown.",
            "Belastung summiert Kraft und Zeit aller Schritte. Schaden zählt harte Schritte am meisten: so viele lockere Schritte in der Ebene, wie nach einer Annahme über Ermüdung dasselbe täten. Beide können sich entgegengesetzt ändern, darum stehen beide hier.";
        run_by_run: "Run by run", "Lauf für Lauf";
        last_runs(number: &str): "The last {number}, at the kneecap joint.", "Die letzten {number}, am Kniescheibengelenk.";
        chart_label: "Load and damage of each run at the kneecap joint: as it was, and with the change",
            "Belastung und Schaden jedes Laufs am Kniescheibengelenk: wie es war, und mit der Änderung";
        lane_load: "load, body weights times seconds", "Belastung, Körpergewichte mal Sekunden";
        lane_damage: "damage, easy steps that would do the same", "Schaden, lockere Schritte, die dasselbe täten";
        with_change: "with the change", "mit der Änderung";
        as_table: "Show as a table", "Als Tabelle zeigen";
        day: "Day", "Tag";
        load_column: "Load, before and after", "Belastung, vorher und nachher";
        damage_column: "Damage, before and after", "Schaden, vorher und nachher";
        from_to(before: &str, after: &str): "{before} to {after}", "{before} auf {after}";
        doubts: "When not to trust this", "Wann man dem nicht trauen soll";
        more_doubts: "All of what is weak here", "Alles, was hier schwach ist";
        by_steps: "A higher step rate lowers the force of a step: seen in small laboratory studies of healthy runners.",
            "Eine höhere Schrittfrequenz senkt die Kraft eines Schritts: gesehen in kleinen Laborstudien mit gesunden Läufern.";
        trial: "In the one trial with runners in pain, learning to manage load did as well as learning to run differently.",
            "In der einen Studie mit Läufern, die Schmerzen hatten, half Wissen über Belastung ebenso gut wie ein anderer Laufstil.";
        calf: "What the knee is spared, calf and Achilles tendon carry. Not together with new, lower shoes.",
            "Was dem Knie erspart bleibt, tragen Wade und Achillessehne. Nicht zusammen mit neuen, flacheren Schuhen.";
        by_speed: "Force rises with speed while the steps become fewer: seen in the laboratory at the kneecap joint. For the main joint the size is our guess.",
            "Die Kraft steigt mit dem Tempo, während die Schritte weniger werden: im Labor am Kniescheibengelenk gesehen. Für das eigentliche Kniegelenk ist die Größe unsere Schätzung.";
        by_descents: "Only the direction is supported: downhill probably loads the front of the knee more. How much is our choice, and its range includes nothing at all.",
            "Nur die Richtung ist belegt: Bergab belastet die Vorderseite des Knies wahrscheinlich mehr. Wie viel, ist unsere Wahl, und die Spanne schließt gar nichts ein.";
        by_mass: "From runners who carried a fifth of their mass, turned round. Nobody measured runners before and after losing it.",
            "Von Läufern, die ein Fünftel ihres Gewichts trugen, umgekehrt. Niemand hat Läufer vor und nach dem Abnehmen gemessen.";
        by_minimal: "Minimal shoes lower the force at the front of the knee in runners used to them; others may hurt elsewhere.",
            "Minimalschuhe senken die Kraft vorn am Knie bei Läufern, die daran gewöhnt sind; anderen kann etwas anderes wehtun.";
        by_other_shoe: "Cushion, support or a plate: nobody knows how they change the force inside the knee, so the range goes both ways.",
            "Dämpfung, Stütze oder Platte: Niemand weiß, wie sie die Kraft im Knie ändern, darum geht die Spanne in beide Richtungen.";
        by_usual_shoe: "A usual shoe is what the model takes as the measure: pairs you did not name count as such already.",
            "Ein üblicher Schuh ist der Maßstab des Modells: Paare ohne Angabe zählen schon als solche.";
        no_cadence(share: &str): "Steps were recorded in {share} of the time; elsewhere everybody's step rate was taken.",
            "Schritte sind für {share} der Zeit aufgezeichnet; sonst galt die Schrittfrequenz aller.";
        damage_assumption: "Damage is a convention about fatigue. Pain under the kneecap is not proven to be fatigue at all.",
            "Schaden ist eine Übereinkunft über Ermüdung. Dass Schmerz unter der Kniescheibe überhaupt Ermüdung ist, ist nicht bewiesen.";
    }
}

/// A kind of shoe, as the list names it.
#[must_use]
pub fn shoe(category: ShoeCategory) -> &'static str {
    use crate::words::language::{Language, language};
    let (english, german) = match category {
        ShoeCategory::Daily => ("a daily trainer", "einem Alltagsschuh"),
        ShoeCategory::MaxCushion => ("a shoe with much cushion", "einem Schuh mit viel Dämpfung"),
        ShoeCategory::Stability => ("a stability shoe", "einem stützenden Schuh"),
        ShoeCategory::Lightweight => ("a light shoe", "einem leichten Schuh"),
        ShoeCategory::RacePlated => ("a racing shoe with a plate", "einem Wettkampfschuh mit Platte"),
        ShoeCategory::Trail => ("a trail shoe", "einem Trailschuh"),
        ShoeCategory::Minimal => ("a minimal shoe", "einem Minimalschuh"),
    };
    match language() {
        Language::English => english,
        Language::German => german,
    }
}
