#![allow(warnings)]
use kneewise_analyse::notes::*;
fn main(){
    let m=Miner::new();
    for path in std::env::args().skip(1) {
        let t=std::fs::read_to_string(&path).unwrap();
        let (mut tp,mut fp,mut fnn,mut tn)=(0,0,0,0);
        for l in t.lines(){
            let Some((y,text))=l.split_once('\t') else{continue};
            let p=m.read(text);
            match (y=="yes",p.is_empty()){
                (true,false)=>tp+=1,
                (false,false)=>{fp+=1;println!("FP {text}   {:?}",p.iter().flat_map(|p|p.why.iter().map(|w|(p.language,w.kind,&text[w.words.clone()]))).collect::<Vec<_>>())},
                (true,true)=>{fnn+=1;println!("FN {text}")},(false,true)=>tn+=1}
        }
        println!("{path}: tp {tp} fp {fp} fn {fnn} tn {tn}");
    }
}
