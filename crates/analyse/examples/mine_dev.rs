#![allow(warnings)]
use kneewise_analyse::notes::*;
fn main(){
    let m=Miner::new();
    let args:Vec<String>=std::env::args().collect();
    let verbose=args.iter().any(|a|a=="-v");
    for path in args.iter().skip(1).filter(|a|!a.starts_with('-')) {
        let t=std::fs::read_to_string(path).unwrap();
        let (mut tp,mut fp,mut fnn,mut tn)=(0,0,0,0);
        let mut ok=[0;6];
        for l in t.lines().skip(1){
            let c:Vec<&str>=l.split('\t').collect();
            if c[10]!="dev"{continue}
            let p=m.read(c[2]);
            let yes=c[3]=="yes";
            match (yes,p.is_empty()){
                (true,false)=>tp+=1,(false,false)=>{fp+=1;println!("FP {} {}\n     {:?}",c[0],c[2],p.iter().flat_map(|p|p.why.iter().map(|w|(w.kind,&c[2][w.words.clone()]))).collect::<Vec<_>>())},
                (true,true)=>{fnn+=1;println!("FN {} {}",c[0],c[2])},(false,true)=>tn+=1}
            if yes&&!p.is_empty(){
                let mut l=false;let mut r=false;
                for q in &p{for s in &q.sides{match s{kneewise_types::Side::Left=>l=true,_=>r=true}}}
                let side=match(l,r){(true,true)=>"both",(true,false)=>"left",(false,true)=>"right",_=>"unknown"};
                let worst=p.iter().max_by_key(|q|q.score).unwrap();
                let region=p.iter().find_map(|q|q.region).map(|r|r.code()).unwrap_or("");
                let score=worst.score.map(|s|s.points().to_string()).unwrap_or_default();
                let when=format!("{:?}",worst.moment).to_lowercase();
                let onset=p.iter().find_map(|q|q.onset_km).map(|o|format!("{:.1}",o).trim_end_matches(".0").to_string()).unwrap_or_default();
                let sw=if p.iter().any(|q|q.is_swollen){"yes"}else{""};
                let co=c[8].trim_end_matches(".0");
                let want=[c[4],c[5],c[6],c[7],co,c[9]];
                let got=[side,region,&score,&when,&onset,sw];
                let mut d=vec![];
                for i in 0..6{ if want[i]==got[i]{ok[i]+=1}else{d.push(format!("{}: want {:?} got {:?}",["side","region","score","when","onset","swell"][i],want[i],got[i]))}}
                if !d.is_empty()&&verbose{println!("~~ {} {}\n     {}",c[0],c[2],d.join("; "))}
            }
        }
        println!("{path}: tp {tp} fp {fp} fn {fnn} tn {tn} precision {:.3} recall {:.3}  side/region/score/when/onset/swell {:?}",tp as f64/(tp+fp).max(1) as f64,tp as f64/(tp+fnn).max(1) as f64,ok);
    }
}
