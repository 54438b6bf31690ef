//! Load on the knee: how it changed, where it came from, day by day.

use crate::words::language::texts;

texts! {
    /// The texts of the page of knee load.
    KneeLoad {
        title: "Knee load", "Kniebelastung";
        experimental: "by our model, experimental", "nach unserem Modell, ein Versuch";
        changed_both(load: &str, damage: &str): "In the last four weeks the kneecap joint had {load} load and {damage} damage than in the four before.",
            "In den letzten vier Wochen hatte das Kniescheibengelenk {load} Belastung und {damage} Schaden als in den vier davor.";
        changed_unsure(load: &str): "In the last four weeks the kneecap joint had {load} load than in the four before; which way damage went hangs on an assumption.",
            "In den letzten vier Wochen hatte das Kniescheibengelenk {load} Belastung als in den vier davor; ob der Schaden stieg oder sank, hängt an einer Annahme.";
        changed_hardly: "The kneecap joint had as much load and damage in the last four weeks as in the four before.",
            "Das Kniescheibengelenk hatte in den letzten vier Wochen so viel Belastung und Schaden wie in den vier davor.";
        only_now: "There is load on the knee in the last four weeks, and none in the four before to compare it with.",
            "In den letzten vier Wochen gab es Belastung auf dem Knie, in den vier davor keine zum Vergleichen.";
        only_before: "Nothing that loads the knee was recorded in the last four weeks.",
            "In den letzten vier Wochen ist nichts aufgezeichnet, was das Knie belastet.";
        nothing: "Nothing that loads the knee was recorded in the last eight weeks.",
            "In den letzten acht Wochen ist nichts aufgezeichnet, was das Knie belastet.";
        lead: "Load sums force and time of all steps of one leg. Damage counts hard steps most, by an assumption about fatigue. They may go opposite ways, so both are always shown; changes tell more than the figures.",
            "Belastung summiert Kraft und Zeit aller Schritte eines Beins. Schaden zählt harte Schritte am meisten, nach einer Annahme über Ermüdung. Beide können sich entgegengesetzt ändern, darum stehen immer beide da; Änderungen sagen mehr als die Zahlen.";
        changes: "Four weeks against the four before", "Vier Wochen gegen die vier davor";
        changes_note: "Both sides are asked of the same model, so what differs between people cancels. The field shows how unsure the change is.",
            "Beide Seiten werden dasselbe Modell gefragt, so hebt sich auf, was sich zwischen Menschen unterscheidet. Das Feld zeigt, wie unsicher die Änderung ist.";
        as_before: "as before", "wie zuvor";
        figures: "The figures", "Die Zahlen";
        structure: "One leg", "Ein Bein";
        load_figures: "Load, BW s", "Belastung, BW s";
        damage_figures: "Damage, easy steps", "Schaden, lockere Schritte";
        from_to(before: &str, after: &str): "{before} to {after}", "{before} auf {after}";
        days: "Day by day", "Tag für Tag";
        days_note: "Kneecap joint, one leg. A day opens its page.", "Kniescheibengelenk, ein Bein. Ein Tag öffnet seine Seite.";
        days_label(from: &str, to: &str): "Load and damage of each day at the kneecap joint, {from} to {to}",
            "Belastung und Schaden jedes Tages am Kniescheibengelenk, {from} bis {to}";
        lane_load: "load, body weights times seconds", "Belastung, Körpergewichte mal Sekunden";
        lane_damage: "damage, easy steps that would do the same", "Schaden, lockere Schritte, die dasselbe täten";
        said_day(day: &str, load: &str, damage: &str): "{day}: load {load}, damage {damage}", "{day}: Belastung {load}, Schaden {damage}";
        as_table: "Show as a table", "Als Tabelle zeigen";
        day: "Day", "Tag";
        origins: "Where it came from", "Woher sie kam";
        origins_note: "The last four weeks, kneecap joint.", "Die letzten vier Wochen, Kniescheibengelenk.";
        running: "Running", "Laufen";
        way: "of the way", "vom Weg";
        of_load: "of the load", "von der Belastung";
        of_damage: "of the damage", "vom Schaden";
        descent: "Downhill", "Bergab";
        level: "On the level", "In der Ebene";
        climb: "Uphill", "Bergauf";
        fast(pace: &str, unit: &str): "The fastest fifth, quicker than {pace} min/{unit}", "Das schnellste Fünftel, schneller als {pace} min/{unit}";
        grade_known(share: &str): "Ground is told of the {share} of the way whose slope is known; how much hills matter is uncertain.",
            "Der Boden gilt für die {share} des Wegs, deren Steigung bekannt ist; wie viel Hügel zählen, ist unsicher.";
        no_grade: "The slope is not known on any of these runs, so the ground counts as level.",
            "Von keinem dieser Läufe ist die Steigung bekannt, also gilt der Boden als eben.";
        runs: "Which runs asked most", "Welche Läufe am meisten verlangten";
        runs_note: "The last four weeks, by damage.", "Die letzten vier Wochen, nach Schaden.";
        run: "Run", "Lauf";
        length: "Length", "Länge";
        cannot_know: "What the model cannot know", "Was das Modell nicht wissen kann";
        without_one: "One outing on foot has no knee load: nothing tells how fast it was.", "Eine Aktivität zu Fuß hat keine Kniebelastung: Nichts sagt, wie schnell sie war.";
        without(number: usize): "{number} outings on foot have no knee load: nothing tells how fast they were.", "{number} Aktivitäten zu Fuß haben keine Kniebelastung: Nichts sagt, wie schnell sie waren.";
        lighter: "What would have been lighter?", "Was wäre leichter gewesen?";
        lighter_note: "The same runs with more steps, another speed, other shoes, or without steep descents.",
            "Dieselben Läufe mit mehr Schritten, anderem Tempo, anderen Schuhen oder ohne steile Gefälle.";
        open_what_if: "What if", "Was wäre wenn";
    }
}
