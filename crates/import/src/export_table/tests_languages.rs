//! One made row in the platform's layout for each language it writes: two blocks, names repeated. The header names up
//! to the exact block are those of real exports where such are public (German, French, Chinese), else translations;
//! nothing rests on them, because columns of other languages than English are found by shape.

use super::tests::{check, read, row};

struct Language {
    name: &'static str,
    /// The first block, from the identifier to the weight of the bicycle.
    first: &'static str,
    /// The start of the exact block; its first and third name are the sixth and seventh of the first.
    exact: &'static str,
    date: &'static str,
    run: &'static str,
    shown: &'static str,
}

/// What follows the start of the exact block; no language's names matter here.
const REST: &str = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,aa";

const LANGUAGES: [Language; 8] = [
    Language {
        name: "German",
        first: "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,\
            Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis zur Privatsphäre für \
            Aktivitäten,Aktivitätsausrüstung,Dateiname,Sportlergewicht,Fahrradgewicht",
        exact: "Verstrichene Zeit,Bewegungszeit,Distanz",
        date: "09.12.2022, 15:24:49",
        run: "Lauf",
        shown: "9,44",
    },
    Language {
        name: "French",
        first: "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,\
            Temps écoulé,Distance,Fréquence cardiaque max.,Effort relatif,Déplacement-transport,Note privée sur \
            les activités,Matériel utilisé pour l'activité,Nom du fichier,Poids de l'athlète,Poids du vélo",
        exact: "Temps écoulé,Durée de déplacement,Distance",
        date: "9 déc. 2022, 15:24:49",
        run: "Course à pied",
        shown: "9,44",
    },
    Language {
        name: "Spanish",
        first: "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,Descripción de la \
            actividad,Tiempo transcurrido,Distancia,Ritmo cardíaco máximo,Esfuerzo relativo,Desplazamiento,Nota \
            privada de la actividad,Equipo de la actividad,Nombre del archivo,Peso del atleta,Peso de la bicicleta",
        exact: "Tiempo transcurrido,Tiempo en movimiento,Distancia",
        date: "9 dic 2022, 15:24:49",
        run: "Carrera",
        shown: "9,44",
    },
    Language {
        name: "Portuguese",
        first: "ID da atividade,Data da atividade,Nome da atividade,Tipo de atividade,Descrição da atividade,Tempo \
            decorrido,Distância,Frequência cardíaca máxima,Esforço relativo,Deslocamento,Nota privada da \
            atividade,Equipamento da atividade,Nome do arquivo,Peso do atleta,Peso da bicicleta",
        exact: "Tempo decorrido,Tempo de movimentação,Distância",
        date: "9 de dez. de 2022, 15:24:49",
        run: "Corrida",
        shown: "9,44",
    },
    Language {
        name: "Italian",
        first: "ID attività,Data dell'attività,Nome attività,Tipo di attività,Descrizione attività,Tempo \
            trascorso,Distanza,Frequenza cardiaca massima,Sforzo relativo,Pendolarismo,Nota privata \
            attività,Attrezzatura attività,Nome file,Peso atleta,Peso bici",
        exact: "Tempo trascorso,Tempo in movimento,Distanza",
        date: "9 dic 2022, 15:24:49",
        run: "Corsa",
        shown: "9,44",
    },
    Language {
        name: "Dutch",
        first: "Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,Beschrijving activiteit,\
            Verstreken tijd,Afstand,Max. hartslag,Relatieve inspanning,Woon-werk,Privénotitie activiteit,\
            Uitrusting voor activiteit,Bestandsnaam,Gewicht atleet,Gewicht fiets",
        exact: "Verstreken tijd,Beweegtijd,Afstand",
        date: "9 dec. 2022, 15:24:49",
        run: "Hardloopsessie",
        shown: "9,44",
    },
    Language {
        name: "Japanese",
        first: "アクティビティID,アクティビティ日,アクティビティ名,アクティビティタイプ,アクティビティの説明,経過時間,\
            距離,最大心拍数,相対的エフォート,通勤,プライベートメモ,アクティビティギア,ファイル名,アスリートの体重,\
            自転車の重量",
        exact: "経過時間,移動時間,距離",
        date: "2022/12/09 15:24:49",
        run: "ラン",
        shown: "9.44",
    },
    Language {
        name: "Chinese",
        first: "活动 ID,活动日期,活动名称,活动类型,活动描述,全程耗时,距离,最大心率,相对努力程度,通勤,活动私密备注,\
            活动装备,文件名,运动员体重,自行车重量",
        exact: "全程耗时,移动时间,距离",
        date: "2022年12月9日 15:24:49",
        run: "跑步",
        shown: "9.44",
    },
];

#[test]
fn a_row_of_each_language_is_the_same_run() {
    for language in LANGUAGES {
        let Language { name, first, exact, date, run, shown } = language;
        assert_eq!(first.split(',').count(), 15, "{name}");
        check(&read(&format!("{first},{exact},{REST}\n{}", row(date, run, shown))), name);
    }
}

#[test]
fn the_half_of_the_day_stands_before_the_hour_in_chinese_and_japanese() {
    for date in ["2022年12月9日下午3:24:49", "2022/12/09 午後3:24:49"] {
        let Some(Language { first, exact, run, shown, .. }) = LANGUAGES.last() else { panic!("no language") };
        check(&read(&format!("{first},{exact},{REST}\n{}", row(date, run, shown))), date);
    }
}
