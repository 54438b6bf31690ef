//! What each rule lets through and what it stops: a complaint beside the trap that looks like it. The last gate is open here.

use kneewise_analyse::notes::{Miner, Moment, Odds};
use std::sync::LazyLock;

static MINER: LazyLock<Miner> = LazyLock::new(|| Miner::with_odds(Odds::default()));

/// Pairs of a complaint and of words that are none.
pub fn check(pairs: &[(&str, &str)]) {
    for (complaint, trap) in pairs {
        assert!(!MINER.read(complaint).is_empty(), "not found: {complaint}");
        assert!(MINER.read(trap).is_empty(), "found: {trap}");
    }
}

#[test]
fn what_is_said_before_a_comma_is_of_what_was_named_there() {
    check(&[("Knie kaputt, Hose auch", "Hose kaputt, Knie sauber")]);
}

#[test]
fn a_knee_taken_out_of_the_complaint_is_well() {
    check(&[("Everything fine except my knee", "Everything hurts except my knees")]);
}

#[test]
fn wounds_of_the_skin_stay_wounds_in_the_next_clause() {
    check(&[("Genou enflé, ça pique", "Genou écorché, ça pique")]);
}

#[test]
fn what_the_runner_does_is_no_complaint_of_the_knee() {
    check(&[("My knee moaned again", "Everything works, even the knee I moan about")]);
}

#[test]
fn remedies_and_titles_are_topics() {
    check(&[
        ("Knieschmerzen trotz neuer Schuhe", "Neue Schuhe gegen Knieschmerzen gekauft"),
        (
            "\"Läuferknie\" heißt das also. Meins sticht",
            "Vortrag \"Läuferknie verstehen\" gehört, vorher 6 km",
        ),
    ]);
}

#[test]
fn knees_of_others_are_left_to_them() {
    check(&[
        ("Waited for Steve, my bad knee", "Waited for Steve and his bad knee"),
        ("O joelho esquerdo ruim", "Passeio com a Júlia e o joelho ruim dela"),
        ("My sore knees at mile 22", "Saw a lot of sore knees at mile 22"),
        ("I was limping, old knee trouble", "She was limping from 8, old knee trouble, but she did it"),
        ("La rodilla hinchada, bocata y a casa", "Bar La Rodilla, bocata y vuelta a casa"),
        ("Cojo de la rodilla", "Comida con mi suegra coja de la rodilla y luego 6 km"),
        ("Corri com o Karl, tenho joelho de saltador", "Corri com o Karl, que tem joelho de saltador"),
    ]);
}

#[test]
fn what_somebody_says_and_asks_is_theirs() {
    check(&[
        ("Running ruins my knee, third day sore", "Laufen macht die Knie kaputt, sagt mein Onkel"),
        (
            "My knee said no, so I walked",
            "Doc asked if the knee hurts on stairs, said no, he said then go run",
        ),
        ("Couru avec un genou qui tire", "Combien de temps courez-vous avec un genou qui tire, vous ?"),
    ]);
}

#[test]
fn more_than_planned_is_no_reason_to_complain() {
    check(&[
        ("8 km en vez de 15, la rodilla", "15 km en vez de 8, gracias rodillas"),
        ("Training abgesagt, Knie", "Foot annulé, mes genoux sont trop précieux avant Paris"),
    ]);
}

#[test]
fn a_knee_that_is_a_sentence_or_is_set_against_the_plan_is_a_complaint() {
    check(&[
        ("Abandon au 25e. Le genou. Dégoûté", "Abandon au 25e. L'estomac. Le genou aurait tenu"),
        (
            "Iba para marca pero la rodilla derecha decidió otra cosa",
            "Iba para marca pero el viento decidió otra cosa",
        ),
        ("Short one (left knee)", "New capris (below the knee)"),
    ]);
}

#[test]
fn a_colon_ends_what_a_word_denies() {
    check(&[("El sofá menos: la rodilla me duele", "La rodilla: ya no me duele")]);
}

#[test]
fn words_that_differ_by_an_accent_are_told_apart() {
    check(&[("Não é a coxa e sim o joelho que dói", "Não é o joelho, é o quadril que dói")]);
}

#[test]
fn a_complaint_that_has_gone_is_over() {
    check(&[
        ("The pain in my knee went away after 2 km", "The pain in my knee has completely gone"),
        ("A dor no joelho voltou", "As dores no joelho acabaram"),
        ("Dolor en la rodilla al principio, a los 2 km se fue", "Se me ha ido el dolor de la rodilla"),
        ("My runner's knee is back", "Finally got rid of my runner's knee"),
    ]);
}

#[test]
fn what_is_told_of_a_knee_that_is_well_now_is_past() {
    check(&[
        ("The knee that always hurts was hurting again", "The knee that hurt on Tuesday was fine today"),
        (
            "Le genou qui me faisait mal mardi a encore râlé",
            "Le genou qui me faisait mal mardi était parfait",
        ),
    ]);
}

#[test]
fn nothing_today_takes_back_what_was_before() {
    check(&[
        ("Knee pain today, nothing major", "Bad week with knee pain, today nothing"),
        ("In the old shoes my knee hurt, in these too", "In the old shoes my knee hurt, in these nothing"),
        ("Seit Tagen Knieschmerzen, heute auch", "Schmerzen im Knie wurden weniger, heute keine"),
    ]);
}

#[test]
fn a_bad_knee_that_is_praised_is_well() {
    check(&[
        ("My dodgy knee was sore all the way", "My dodgy knee behaved"),
        ("La rodilla mala dolió otra vez", "La rodilla mala hoy fue la buena"),
    ]);
}

#[test]
fn a_complaint_before_a_praised_knee_is_of_the_rest() {
    check(&[
        ("Hard and painful, then the knee too", "Hard and painful but the knee held"),
        ("Sore knee, but not the calf", "Sore but not the knee"),
    ]);
}

#[test]
fn again_and_still_say_what_follows_them() {
    check(&[
        ("La rodilla otra vez", "La rodilla otra vez sin problemas"),
        ("O joelho continua doendo", "O joelho continua bem"),
        ("Genou encore pas bien", "Genou encore sans problème"),
    ]);
}

#[test]
fn a_break_that_is_over_is_no_reason_to_stop() {
    check(&[
        ("Arrêt à cause du genou", "Après deux semaines d'arrêt à cause du genou, reprise"),
        ("Heute Pause wegen dem Knie", "Nach zwei Wochen Pause wegen dem Knie wieder gelaufen"),
        ("Rest day because of the knee", "Rest day for the knees"),
    ]);
}

#[test]
fn a_third_person_has_that_knee() {
    check(&[
        ("Coach said stop, my knee was bad", "Coach has a bad knee so he cycled"),
        ("J'ai mal au genou", "Couru avec Paul, il a mal au genou"),
        ("Stopped with Tom, my knee is giving me grief", "Ran with Tom, his knee is giving him grief"),
        ("Cold and windy, knee again", "Poor Tom, the knee again"),
        ("I limped home, knee pain", "The dog limped home, knee ligament"),
    ]);
}

#[test]
fn knees_are_left_out_of_good_runs_and_out_of_bad_ones() {
    check(&[
        ("Good run apart from the knee", "Sore calves, sore back, sore everything but the knees"),
        ("Todo bien menos la rodilla", "Me duele todo menos la rodilla"),
    ]);
}

#[test]
fn what_hands_and_rollers_do_is_no_complaint() {
    check(&[
        ("ITB 4/10 on the descent", "Physio dug his elbow into my ITB, 9/10"),
        ("Dor logo acima do joelho na descida", "Massagem: um nó acima do joelho me fez gritar"),
    ]);
}

#[test]
fn a_knee_that_places_another_part_is_not_meant() {
    check(&[
        ("Pain below the kneecap, 4/10", "Pain in the shin about a hand below the knee, 4/10"),
        ("Dolor debajo de la rodilla, 4/10", "Dolor en la espinilla un palmo por debajo de la rodilla, 4/10"),
    ]);
}

#[test]
fn habits_are_taken_back_in_the_next_sentence() {
    check(&[("My knee aches after hills", "Normally my knee aches after hills. Today not a thing")]);
}

#[test]
fn what_is_read_heard_or_asked_about_is_a_topic() {
    check(&[
        ("Knee pain on the train home", "Read a thread about knee pain on the train"),
        ("La rodilla fatal", "Oído en la salida: \"tengo las rodillas fatal\""),
    ]);
}

#[test]
fn a_noise_that_does_not_hurt_is_none() {
    check(&[
        ("Joelho estalando e doendo de novo", "Estalo no joelho de novo, não incomoda"),
        ("Rodilla otra vez", "Chasquido en la rodilla otra vez, no molesta"),
    ]);
}

#[test]
fn a_clause_that_is_only_a_knee_belongs_to_the_one_before() {
    check(&[("Can barely get down the stairs, right knee", "Left calf bust, right knee fine")]);
}

#[test]
fn what_was_once_is_past() {
    check(&[
        ("Antes de salir me dolía la rodilla", "Antes terminaba cada rodaje con dolor de rodilla"),
        ("Avant le départ mal au genou", "Avant je finissais avec mal au genou"),
        ("Mal au genou à chaque sortie", "Mal au genou à chaque sortie, c'est du passé"),
    ]);
}

#[test]
fn a_run_cut_down_to_less_than_planned_has_its_reason() {
    check(&[
        ("Wollte 15 laufen, wurden 9, Knie", "Wollte 9 laufen, wurden 15, Knie super"),
        ("Prévu 12 km, fait 7, le genou...", "Prévu 12 km, fait 7, le mollet, genou ok"),
    ]);
}

#[test]
fn a_band_that_is_back_is_a_complaint_and_a_tight_one_is_none() {
    check(&[
        ("ITB again", "Tight ITB as always"),
        ("Vuelve la cintilla, km 9", "Cintilla tensa otra vez, rodillo"),
    ]);
}

#[test]
fn the_sister_who_stopped_has_the_knee() {
    check(&[("Abandoné, la rodilla", "Mi hermana abandonó, la rodilla")]);
}

#[test]
fn then_and_after_count_along_the_run() {
    let moment = |text: &str| MINER.read(text)[0].moment;
    for text in [
        "Hasta el canal bien, luego la rodilla se quejó",
        "Dor no joelho depois do km 9",
        "Le genou a dit stop après 45 min",
        "Fine for 8k then knee 3/10",
        "Die letzten Meter mit einem Knie, das sticht",
    ] {
        assert_eq!(moment(text), Moment::During, "{text}");
    }
    for text in
        ["Knie: Lauf 1, danach 3", "Yesterday 18 km, today knee pain", "Inside of the knee sore since"]
    {
        assert_eq!(moment(text), Moment::After, "{text}");
    }
}

#[test]
fn a_knee_that_did_not_hurt_with_the_rest_is_well() {
    check(&[("My legs were great but my knees weren't", "My legs hurt but my knees didn't, progress")]);
}

#[test]
fn pain_that_did_not_come_is_none() {
    check(&[
        ("Volvió el dolor de rodilla", "No volvió el dolor de rodilla"),
        ("O joelho voltou a reclamar", "O joelho não voltou a reclamar"),
        ("Knee hurt and didn't stop", "Knee promised to hurt and didn't"),
        ("Knee 8/10 on the descent", "Knee trust back to 8/10"),
    ]);
}

#[test]
fn what_rubs_is_skin_and_its_number_too() {
    check(&[("Behind the left knee 4/10", "New tights, seam rubs behind the left knee, 4/10 irritating")]);
}

#[test]
fn a_tight_band_a_noise_a_pity_and_the_pain_of_another_are_no_complaint() {
    check(&[
        ("Cintilla con dolor desde el 8", "La cintilla un poco tirante pero nada más"),
        ("Banda IT a doer, liberei com bola", "Banda IT travada, liberei com bola"),
        ("The knee hurt, grinding all the way", "Grinding noise from the knee but it feels fine"),
        ("Que pena, o joelho doeu", "Rasguei a calça no joelho, que pena"),
        (
            "Me duele la rodilla así que hoy sin pista",
            "Al entrenador le duele la rodilla así que hoy sin pista",
        ),
        ("The knee issue is back, no thanks to new shoes", "Knee issue resolved, thanks new shoes"),
        ("Os glúteos cansados e dor no joelho", "A fisio diz que glúteos fracos dão dor no joelho"),
    ]);
}

#[test]
fn company_ends_with_its_clause() {
    check(&[(
        "Steady six with Priya, knee pain at the end",
        "Steady six with Priya, she's coming back from runner's knee",
    )]);
}

#[test]
fn what_is_told_of_today_is_of_no_other_time() {
    check(&[
        (
            "Operado de LCA hace 8 meses, hoy la rodilla dolorida",
            "Hace 8 meses la rodilla dolorida, hoy 5 km",
        ),
        ("Operated years ago, today the knee hurts", "Five years ago today the knee hurt, 20 mile week"),
    ]);
}

#[test]
fn a_lot_of_pain_is_of_one_a_lot_of_knees_of_many() {
    check(&[("Quite a lot of knee pain today", "A lot of sore knees in our club")]);
}

#[test]
fn what_comes_with_something_missing_is_not_missing() {
    check(&[("Sin fuerza y con la rodilla dolorida", "Sin fuerza y sin dolor de rodilla")]);
}

#[test]
fn the_last_word_of_a_note_is_a_complaint_unless_it_ends_a_list() {
    check(&[
        ("Wanted 10, got 5, knee", "Squats, core, knee"),
        ("Mist, Knie", "Bandage, Tape, Knie"),
        ("Quería hacer 10 y salieron 5, rodilla", "Fisio: cadera, rodilla"),
    ]);
}

#[test]
fn a_knee_and_since_where_is_a_complaint() {
    check(&[
        ("Left knee from mile 3", "Left knee test 3 miles"),
        ("Seit km 4 linkes Knie außen.", "Seit km 4 linkes Knie bandagiert."),
        ("Rodilla izquierda desde el km 6", "Rodilla izquierda bien desde el km 6"),
    ]);
}

#[test]
fn what_a_but_turns_to_is_of_the_knee_praised_before_it() {
    check(&[(
        "Knee was ok while running but seized up in the car",
        "Knee was ok while running but the calf seized up in the car",
    )]);
}
