import { lines } from '../lines.ts'

/** Cities as their own people write them; the form is that of `words/cities.ts`. */
export const localCityLines = lines(`
Berlin;Berlin;BE;DE;52.5200;13.4050;Europe/Berlin;10###
Hamburg;Hamburg;HH;DE;53.5511;9.9937;Europe/Berlin;20###
München;Bayern;BY;DE;48.1351;11.5820;Europe/Berlin;80###
Köln;Nordrhein-Westfalen;NW;DE;50.9375;6.9603;Europe/Berlin;50###
Frankfurt am Main;Hessen;HE;DE;50.1109;8.6821;Europe/Berlin;60###
Stuttgart;Baden-Württemberg;BW;DE;48.7758;9.1829;Europe/Berlin;70###
Leipzig;Sachsen;SN;DE;51.3397;12.3731;Europe/Berlin;04###
Dresden;Sachsen;SN;DE;51.0504;13.7373;Europe/Berlin;01###
Hannover;Niedersachsen;NI;DE;52.3759;9.7320;Europe/Berlin;30###
Bremen;Bremen;HB;DE;53.0793;8.8017;Europe/Berlin;28###
Nürnberg;Bayern;BY;DE;49.4521;11.0767;Europe/Berlin;90###
Freiburg im Breisgau;Baden-Württemberg;BW;DE;47.9990;7.8421;Europe/Berlin;79###
Münster;Nordrhein-Westfalen;NW;DE;51.9607;7.6261;Europe/Berlin;48###
Kiel;Schleswig-Holstein;SH;DE;54.3233;10.1228;Europe/Berlin;24###
Erfurt;Thüringen;TH;DE;50.9848;11.0299;Europe/Berlin;99###
Wien;Wien;9;AT;48.2082;16.3738;Europe/Vienna;10#0
Graz;Steiermark;6;AT;47.0707;15.4395;Europe/Vienna;801#
Salzburg;Salzburg;5;AT;47.8095;13.0550;Europe/Vienna;502#
Linz;Oberösterreich;4;AT;48.3069;14.2858;Europe/Vienna;402#
Innsbruck;Tirol;7;AT;47.2692;11.4041;Europe/Vienna;602#
Zürich;Zürich;ZH;CH;47.3769;8.5417;Europe/Zurich;80##
Bern;Bern;BE;CH;46.9480;7.4474;Europe/Zurich;30##
Basel;Basel-Stadt;BS;CH;47.5596;7.5886;Europe/Zurich;40##
Luzern;Luzern;LU;CH;47.0502;8.3093;Europe/Zurich;60##
Paris;Île-de-France;IDF;FR;48.8566;2.3522;Europe/Paris;7500#
Lyon;Auvergne-Rhône-Alpes;ARA;FR;45.7640;4.8357;Europe/Paris;6900#
Marseille;Provence-Alpes-Côte d’Azur;PAC;FR;43.2965;5.3698;Europe/Paris;1300#
Nantes;Pays de la Loire;PDL;FR;47.2184;-1.5536;Europe/Paris;440##
Bordeaux;Nouvelle-Aquitaine;NAQ;FR;44.8378;-0.5792;Europe/Paris;330##
Toulouse;Occitanie;OCC;FR;43.6047;1.4442;Europe/Paris;310##
Lille;Hauts-de-France;HDF;FR;50.6292;3.0573;Europe/Paris;590##
Strasbourg;Grand Est;GES;FR;48.5734;7.7521;Europe/Paris;670##
Rennes;Bretagne;BRE;FR;48.1173;-1.6778;Europe/Paris;350##
Montpellier;Occitanie;OCC;FR;43.6108;3.8767;Europe/Paris;340##
Grenoble;Auvergne-Rhône-Alpes;ARA;FR;45.1885;5.7245;Europe/Paris;380##
Dijon;Bourgogne-Franche-Comté;BFC;FR;47.3220;5.0415;Europe/Paris;210##
Madrid;Madrid;MD;ES;40.4168;-3.7038;Europe/Madrid;280##
Barcelona;Cataluña;CT;ES;41.3874;2.1686;Europe/Madrid;080##
Valencia;Comunidad Valenciana;VC;ES;39.4699;-0.3763;Europe/Madrid;460##
Sevilla;Andalucía;AN;ES;37.3891;-5.9845;Europe/Madrid;410##
Zaragoza;Aragón;AR;ES;41.6488;-0.8891;Europe/Madrid;500##
Málaga;Andalucía;AN;ES;36.7213;-4.4214;Europe/Madrid;290##
Bilbao;País Vasco;PV;ES;43.2630;-2.9350;Europe/Madrid;480##
Murcia;Región de Murcia;MC;ES;37.9922;-1.1307;Europe/Madrid;300##
Valladolid;Castilla y León;CL;ES;41.6523;-4.7245;Europe/Madrid;470##
A Coruña;Galicia;GA;ES;43.3623;-8.4115;Europe/Madrid;150##
Granada;Andalucía;AN;ES;37.1773;-3.5986;Europe/Madrid;180##
Roma;Lazio;RM;IT;41.9028;12.4964;Europe/Rome;001##
Milano;Lombardia;MI;IT;45.4642;9.1900;Europe/Rome;201##
Torino;Piemonte;TO;IT;45.0703;7.6869;Europe/Rome;101##
Bologna;Emilia-Romagna;BO;IT;44.4949;11.3426;Europe/Rome;401##
Firenze;Toscana;FI;IT;43.7696;11.2558;Europe/Rome;501##
Napoli;Campania;NA;IT;40.8518;14.2681;Europe/Rome;801##
Genova;Liguria;GE;IT;44.4056;8.9463;Europe/Rome;161##
Venezia;Veneto;VE;IT;45.4408;12.3155;Europe/Rome;301##
Verona;Veneto;VR;IT;45.4384;10.9916;Europe/Rome;371##
Bari;Puglia;BA;IT;41.1171;16.8719;Europe/Rome;701##
Palermo;Sicilia;PA;IT;38.1157;13.3615;Europe/Rome;901##
Trieste;Friuli-Venezia Giulia;TS;IT;45.6495;13.7768;Europe/Rome;341##
Amsterdam;Noord-Holland;NH;NL;52.3676;4.9041;Europe/Amsterdam;10## @@
Utrecht;Utrecht;UT;NL;52.0907;5.1214;Europe/Amsterdam;35## @@
Rotterdam;Zuid-Holland;ZH;NL;51.9244;4.4777;Europe/Amsterdam;30## @@
Den Haag;Zuid-Holland;ZH;NL;52.0705;4.3007;Europe/Amsterdam;25## @@
Eindhoven;Noord-Brabant;NB;NL;51.4416;5.4697;Europe/Amsterdam;56## @@
Groningen;Groningen;GR;NL;53.2194;6.5665;Europe/Amsterdam;97## @@
Nijmegen;Gelderland;GE;NL;51.8126;5.8372;Europe/Amsterdam;65## @@
Haarlem;Noord-Holland;NH;NL;52.3874;4.6462;Europe/Amsterdam;20## @@
Leiden;Zuid-Holland;ZH;NL;52.1601;4.4970;Europe/Amsterdam;23## @@
Maastricht;Limburg;LI;NL;50.8514;5.6910;Europe/Amsterdam;62## @@
São Paulo;São Paulo;SP;BR;-23.5505;-46.6333;America/Sao_Paulo;01###-###
Rio de Janeiro;Rio de Janeiro;RJ;BR;-22.9068;-43.1729;America/Sao_Paulo;20###-###
Belo Horizonte;Minas Gerais;MG;BR;-19.9167;-43.9345;America/Sao_Paulo;30###-###
Curitiba;Paraná;PR;BR;-25.4284;-49.2733;America/Sao_Paulo;80###-###
Porto Alegre;Rio Grande do Sul;RS;BR;-30.0346;-51.2177;America/Sao_Paulo;90###-###
Salvador;Bahia;BA;BR;-12.9777;-38.5016;America/Bahia;40###-###
Recife;Pernambuco;PE;BR;-8.0476;-34.8770;America/Recife;50###-###
Fortaleza;Ceará;CE;BR;-3.7319;-38.5267;America/Fortaleza;60###-###
Brasília;Distrito Federal;DF;BR;-15.7939;-47.8828;America/Sao_Paulo;70###-###
Florianópolis;Santa Catarina;SC;BR;-27.5954;-48.5480;America/Sao_Paulo;880##-###
Manaus;Amazonas;AM;BR;-3.1190;-60.0217;America/Manaus;69###-###
千代田区;東京都;13;JP;35.6940;139.7536;Asia/Tokyo;100-00##
新宿区;東京都;13;JP;35.6938;139.7036;Asia/Tokyo;160-00##
世田谷区;東京都;13;JP;35.6464;139.6533;Asia/Tokyo;154-00##
横浜市中区;神奈川県;14;JP;35.4437;139.6380;Asia/Tokyo;231-00##
大阪市北区;大阪府;27;JP;34.7055;135.5100;Asia/Tokyo;530-00##
名古屋市中区;愛知県;23;JP;35.1815;136.9066;Asia/Tokyo;460-00##
札幌市中央区;北海道;01;JP;43.0618;141.3545;Asia/Tokyo;060-00##
福岡市博多区;福岡県;40;JP;33.5904;130.4017;Asia/Tokyo;812-00##
京都市中京区;京都府;26;JP;35.0116;135.7681;Asia/Tokyo;604-80##
神戸市中央区;兵庫県;28;JP;34.6901;135.1955;Asia/Tokyo;650-00##
仙台市青葉区;宮城県;04;JP;38.2682;140.8694;Asia/Tokyo;980-00##
広島市中区;広島県;34;JP;34.3853;132.4553;Asia/Tokyo;730-00##
`)

/** Their countries, each in its own language. */
export const localCountryLines = lines(`
DE;DEU;Deutschland;de-DE;Deutsch;EUR;german
AT;AUT;Österreich;de-AT;Deutsch;EUR;german
CH;CHE;Schweiz;de-CH;Deutsch;CHF;german
FR;FRA;France;fr-FR;Français;EUR;french
ES;ESP;España;es-ES;Español;EUR;spanish
IT;ITA;Italia;it-IT;Italiano;EUR;italian
NL;NLD;Nederland;nl-NL;Nederlands;EUR;dutch
BR;BRA;Brasil;pt-BR;Português;BRL;portuguese
JP;JPN;日本;ja-JP;日本語;JPY;japanese
`)
