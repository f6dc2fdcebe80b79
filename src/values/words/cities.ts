import { lines } from './lines.ts'

/**
 * Cities as they are: name, region, code of the region, country, latitude, longitude, time zone, postcode. In a postcode `#` stands for a
 * digit, `@` for a capital letter that British and Canadian codes use in that place.
 */
export const cityLines = lines(`
New York;New York;NY;US;40.7128;-74.0060;America/New_York;100##
Brooklyn;New York;NY;US;40.6782;-73.9442;America/New_York;112##
Buffalo;New York;NY;US;42.8864;-78.8784;America/New_York;142##
Los Angeles;California;CA;US;34.0522;-118.2437;America/Los_Angeles;900##
San Francisco;California;CA;US;37.7749;-122.4194;America/Los_Angeles;941##
San Diego;California;CA;US;32.7157;-117.1611;America/Los_Angeles;921##
Sacramento;California;CA;US;38.5816;-121.4944;America/Los_Angeles;958##
Oakland;California;CA;US;37.8044;-122.2712;America/Los_Angeles;946##
Chicago;Illinois;IL;US;41.8781;-87.6298;America/Chicago;606##
Houston;Texas;TX;US;29.7604;-95.3698;America/Chicago;770##
Austin;Texas;TX;US;30.2672;-97.7431;America/Chicago;787##
Dallas;Texas;TX;US;32.7767;-96.7970;America/Chicago;752##
Phoenix;Arizona;AZ;US;33.4484;-112.0740;America/Phoenix;850##
Tucson;Arizona;AZ;US;32.2226;-110.9747;America/Phoenix;857##
Philadelphia;Pennsylvania;PA;US;39.9526;-75.1652;America/New_York;191##
Pittsburgh;Pennsylvania;PA;US;40.4406;-79.9959;America/New_York;152##
Seattle;Washington;WA;US;47.6062;-122.3321;America/Los_Angeles;981##
Portland;Oregon;OR;US;45.5152;-122.6784;America/Los_Angeles;972##
Denver;Colorado;CO;US;39.7392;-104.9903;America/Denver;802##
Boulder;Colorado;CO;US;40.0150;-105.2705;America/Denver;803##
Boston;Massachusetts;MA;US;42.3601;-71.0589;America/New_York;021##
Atlanta;Georgia;GA;US;33.7490;-84.3880;America/New_York;303##
Savannah;Georgia;GA;US;32.0809;-81.0912;America/New_York;314##
Miami;Florida;FL;US;25.7617;-80.1918;America/New_York;331##
Orlando;Florida;FL;US;28.5383;-81.3792;America/New_York;328##
Nashville;Tennessee;TN;US;36.1627;-86.7816;America/Chicago;372##
Minneapolis;Minnesota;MN;US;44.9778;-93.2650;America/Chicago;554##
Detroit;Michigan;MI;US;42.3314;-83.0458;America/Detroit;482##
Ann Arbor;Michigan;MI;US;42.2808;-83.7430;America/Detroit;481##
Madison;Wisconsin;WI;US;43.0731;-89.4012;America/Chicago;537##
Charlotte;North Carolina;NC;US;35.2271;-80.8431;America/New_York;282##
Raleigh;North Carolina;NC;US;35.7796;-78.6382;America/New_York;276##
Columbus;Ohio;OH;US;39.9612;-82.9988;America/New_York;432##
Cincinnati;Ohio;OH;US;39.1031;-84.5120;America/New_York;452##
Salt Lake City;Utah;UT;US;40.7608;-111.8910;America/Denver;841##
New Orleans;Louisiana;LA;US;29.9511;-90.0715;America/Chicago;701##
Baltimore;Maryland;MD;US;39.2904;-76.6122;America/New_York;212##
Richmond;Virginia;VA;US;37.5407;-77.4360;America/New_York;232##
Kansas City;Missouri;MO;US;39.0997;-94.5786;America/Chicago;641##
Omaha;Nebraska;NE;US;41.2565;-95.9345;America/Chicago;681##
Albuquerque;New Mexico;NM;US;35.0844;-106.6504;America/Denver;871##
Burlington;Vermont;VT;US;44.4759;-73.2121;America/New_York;054##
Anchorage;Alaska;AK;US;61.2181;-149.9003;America/Anchorage;995##
Honolulu;Hawaii;HI;US;21.3069;-157.8583;Pacific/Honolulu;968##
London;England;ENG;GB;51.5074;-0.1278;Europe/London;N# #@@
London;England;ENG;GB;51.4980;-0.0900;Europe/London;SE# #@@
Manchester;England;ENG;GB;53.4808;-2.2426;Europe/London;M# #@@
Bristol;England;ENG;GB;51.4545;-2.5879;Europe/London;BS# #@@
Leeds;England;ENG;GB;53.8008;-1.5491;Europe/London;LS# #@@
Brighton;England;ENG;GB;50.8225;-0.1372;Europe/London;BN# #@@
Edinburgh;Scotland;SCT;GB;55.9533;-3.1883;Europe/London;EH# #@@
Glasgow;Scotland;SCT;GB;55.8642;-4.2518;Europe/London;G# #@@
Cardiff;Wales;WLS;GB;51.4816;-3.1791;Europe/London;CF# #@@
Belfast;Northern Ireland;NIR;GB;54.5973;-5.9301;Europe/London;BT# #@@
Dublin;Leinster;L;IE;53.3498;-6.2603;Europe/Dublin;D0# @#@@
Cork;Munster;M;IE;51.8985;-8.4756;Europe/Dublin;T12 @#@@
Toronto;Ontario;ON;CA;43.6532;-79.3832;America/Toronto;M#@ #@#
Ottawa;Ontario;ON;CA;45.4215;-75.6972;America/Toronto;K#@ #@#
Montréal;Quebec;QC;CA;45.5017;-73.5673;America/Toronto;H#@ #@#
Vancouver;British Columbia;BC;CA;49.2827;-123.1207;America/Vancouver;V#@ #@#
Calgary;Alberta;AB;CA;51.0447;-114.0719;America/Edmonton;T#@ #@#
Halifax;Nova Scotia;NS;CA;44.6488;-63.5752;America/Halifax;B#@ #@#
Sydney;New South Wales;NSW;AU;-33.8688;151.2093;Australia/Sydney;20##
Melbourne;Victoria;VIC;AU;-37.8136;144.9631;Australia/Melbourne;30##
Brisbane;Queensland;QLD;AU;-27.4698;153.0251;Australia/Brisbane;40##
Perth;Western Australia;WA;AU;-31.9505;115.8605;Australia/Perth;60##
Adelaide;South Australia;SA;AU;-34.9285;138.6007;Australia/Adelaide;50##
Hobart;Tasmania;TAS;AU;-42.8821;147.3272;Australia/Hobart;70##
Auckland;Auckland;AUK;NZ;-36.8485;174.7633;Pacific/Auckland;10##
Wellington;Wellington;WGN;NZ;-41.2865;174.7762;Pacific/Auckland;60##
Christchurch;Canterbury;CAN;NZ;-43.5321;172.6362;Pacific/Auckland;80##
Berlin;Berlin;BE;DE;52.5200;13.4050;Europe/Berlin;10###
Hamburg;Hamburg;HH;DE;53.5511;9.9937;Europe/Berlin;20###
Munich;Bavaria;BY;DE;48.1351;11.5820;Europe/Berlin;80###
Cologne;North Rhine-Westphalia;NW;DE;50.9375;6.9603;Europe/Berlin;50###
Leipzig;Saxony;SN;DE;51.3397;12.3731;Europe/Berlin;04###
Freiburg;Baden-Württemberg;BW;DE;47.9990;7.8421;Europe/Berlin;79###
Vienna;Vienna;9;AT;48.2082;16.3738;Europe/Vienna;1##0
Graz;Styria;6;AT;47.0707;15.4395;Europe/Vienna;80##
Zürich;Zürich;ZH;CH;47.3769;8.5417;Europe/Zurich;80##
Geneva;Geneva;GE;CH;46.2044;6.1432;Europe/Zurich;12##
Paris;Île-de-France;IDF;FR;48.8566;2.3522;Europe/Paris;7500#
Lyon;Auvergne-Rhône-Alpes;ARA;FR;45.7640;4.8357;Europe/Paris;6900#
Marseille;Provence-Alpes-Côte d'Azur;PAC;FR;43.2965;5.3698;Europe/Paris;1300#
Nantes;Pays de la Loire;PDL;FR;47.2184;-1.5536;Europe/Paris;440##
Bordeaux;Nouvelle-Aquitaine;NAQ;FR;44.8378;-0.5792;Europe/Paris;330##
Brussels;Brussels;BRU;BE;50.8503;4.3517;Europe/Brussels;10##
Ghent;Flanders;VLG;BE;51.0543;3.7174;Europe/Brussels;90##
Amsterdam;North Holland;NH;NL;52.3676;4.9041;Europe/Amsterdam;10## @@
Utrecht;Utrecht;UT;NL;52.0907;5.1214;Europe/Amsterdam;35## @@
Rotterdam;South Holland;ZH;NL;51.9244;4.4777;Europe/Amsterdam;30## @@
Madrid;Madrid;MD;ES;40.4168;-3.7038;Europe/Madrid;280##
Barcelona;Catalonia;CT;ES;41.3851;2.1734;Europe/Madrid;080##
Valencia;Valencia;VC;ES;39.4699;-0.3763;Europe/Madrid;460##
Seville;Andalusia;AN;ES;37.3891;-5.9845;Europe/Madrid;410##
Lisbon;Lisbon;11;PT;38.7223;-9.1393;Europe/Lisbon;11##-###
Porto;Porto;13;PT;41.1579;-8.6291;Europe/Lisbon;40##-###
Rome;Lazio;62;IT;41.9028;12.4964;Europe/Rome;001##
Milan;Lombardy;25;IT;45.4642;9.1900;Europe/Rome;201##
Turin;Piedmont;21;IT;45.0703;7.6869;Europe/Rome;101##
Bologna;Emilia-Romagna;45;IT;44.4949;11.3426;Europe/Rome;401##
Copenhagen;Capital Region;84;DK;55.6761;12.5683;Europe/Copenhagen;21##
Aarhus;Central Jutland;82;DK;56.1629;10.2039;Europe/Copenhagen;80##
Stockholm;Stockholm;AB;SE;59.3293;18.0686;Europe/Stockholm;11# ##
Gothenburg;Västra Götaland;O;SE;57.7089;11.9746;Europe/Stockholm;41# ##
Malmö;Skåne;M;SE;55.6050;13.0038;Europe/Stockholm;21# ##
Oslo;Oslo;03;NO;59.9139;10.7522;Europe/Oslo;05##
Bergen;Vestland;46;NO;60.3913;5.3221;Europe/Oslo;50##
Helsinki;Uusimaa;18;FI;60.1699;24.9384;Europe/Helsinki;00##0
Reykjavik;Capital Region;1;IS;64.1466;-21.9426;Atlantic/Reykjavik;10#
Warsaw;Mazovia;14;PL;52.2297;21.0122;Europe/Warsaw;00-###
Krakow;Lesser Poland;12;PL;50.0647;19.9450;Europe/Warsaw;30-###
Prague;Prague;10;CZ;50.0755;14.4378;Europe/Prague;1## 00
Budapest;Budapest;BU;HU;47.4979;19.0402;Europe/Budapest;1##0
Athens;Attica;I;GR;37.9838;23.7275;Europe/Athens;10# ##
Tallinn;Harju;37;EE;59.4370;24.7536;Europe/Tallinn;101##
Ljubljana;Ljubljana;061;SI;46.0569;14.5058;Europe/Ljubljana;10##
Istanbul;Istanbul;34;TR;41.0082;28.9784;Europe/Istanbul;34###
Cape Town;Western Cape;WC;ZA;-33.9249;18.4241;Africa/Johannesburg;80##
Johannesburg;Gauteng;GP;ZA;-26.2041;28.0473;Africa/Johannesburg;20##
Nairobi;Nairobi;30;KE;-1.2921;36.8219;Africa/Nairobi;001##
Lagos;Lagos;LA;NG;6.5244;3.3792;Africa/Lagos;1002##
Accra;Greater Accra;AA;GH;5.6037;-0.1870;Africa/Accra;GA###
Cairo;Cairo;C;EG;30.0444;31.2357;Africa/Cairo;115##
Mumbai;Maharashtra;MH;IN;19.0760;72.8777;Asia/Kolkata;4000##
Bengaluru;Karnataka;KA;IN;12.9716;77.5946;Asia/Kolkata;5600##
Delhi;Delhi;DL;IN;28.7041;77.1025;Asia/Kolkata;1100##
Singapore;Central Singapore;01;SG;1.3521;103.8198;Asia/Singapore;2#####
Tokyo;Tokyo;13;JP;35.6762;139.6503;Asia/Tokyo;1##-00##
Osaka;Osaka;27;JP;34.6937;135.5023;Asia/Tokyo;5##-00##
Seoul;Seoul;11;KR;37.5665;126.9780;Asia/Seoul;04###
Taipei;Taipei;TPE;TW;25.0330;121.5654;Asia/Taipei;10#
Bangkok;Bangkok;10;TH;13.7563;100.5018;Asia/Bangkok;10##0
Manila;Metro Manila;00;PH;14.5995;120.9842;Asia/Manila;10##
Dubai;Dubai;DU;AE;25.2048;55.2708;Asia/Dubai;000##
São Paulo;São Paulo;SP;BR;-23.5505;-46.6333;America/Sao_Paulo;01###-###
Rio de Janeiro;Rio de Janeiro;RJ;BR;-22.9068;-43.1729;America/Sao_Paulo;20###-###
Curitiba;Paraná;PR;BR;-25.4284;-49.2733;America/Sao_Paulo;80###-###
Buenos Aires;Buenos Aires;C;AR;-34.6037;-58.3816;America/Argentina/Buenos_Aires;14##
Santiago;Santiago Metropolitan;RM;CL;-33.4489;-70.6693;America/Santiago;83#####
Bogotá;Bogotá;DC;CO;4.7110;-74.0721;America/Bogota;11####
Mexico City;Mexico City;CMX;MX;19.4326;-99.1332;America/Mexico_City;06###
Guadalajara;Jalisco;JAL;MX;20.6597;-103.3496;America/Mexico_City;44###
Montevideo;Montevideo;MO;UY;-34.9011;-56.1645;America/Montevideo;11###
`)

/** Countries of these cities: two and three letters, name, locale, language, currency, style of streets. */
export const countryLines = lines(`
US;USA;United States;en-US;English;USD;english
GB;GBR;United Kingdom;en-GB;English;GBP;english
IE;IRL;Ireland;en-IE;English;EUR;english
CA;CAN;Canada;en-CA;English;CAD;english
AU;AUS;Australia;en-AU;English;AUD;english
NZ;NZL;New Zealand;en-NZ;English;NZD;english
DE;DEU;Germany;de-DE;German;EUR;german
AT;AUT;Austria;de-AT;German;EUR;german
CH;CHE;Switzerland;de-CH;German;CHF;german
FR;FRA;France;fr-FR;French;EUR;french
BE;BEL;Belgium;nl-BE;Dutch;EUR;dutch
NL;NLD;Netherlands;nl-NL;Dutch;EUR;dutch
ES;ESP;Spain;es-ES;Spanish;EUR;spanish
PT;PRT;Portugal;pt-PT;Portuguese;EUR;portuguese
IT;ITA;Italy;it-IT;Italian;EUR;italian
DK;DNK;Denmark;da-DK;Danish;DKK;nordic
SE;SWE;Sweden;sv-SE;Swedish;SEK;nordic
NO;NOR;Norway;nb-NO;Norwegian;NOK;nordic
FI;FIN;Finland;fi-FI;Finnish;EUR;nordic
IS;ISL;Iceland;is-IS;Icelandic;ISK;nordic
PL;POL;Poland;pl-PL;Polish;PLN;plain
CZ;CZE;Czechia;cs-CZ;Czech;CZK;plain
HU;HUN;Hungary;hu-HU;Hungarian;HUF;plain
GR;GRC;Greece;el-GR;Greek;EUR;plain
EE;EST;Estonia;et-EE;Estonian;EUR;plain
SI;SVN;Slovenia;sl-SI;Slovenian;EUR;plain
TR;TUR;Türkiye;tr-TR;Turkish;TRY;plain
ZA;ZAF;South Africa;en-ZA;English;ZAR;english
KE;KEN;Kenya;en-KE;English;KES;english
NG;NGA;Nigeria;en-NG;English;NGN;english
GH;GHA;Ghana;en-GH;English;GHS;english
EG;EGY;Egypt;ar-EG;Arabic;EGP;plain
IN;IND;India;en-IN;English;INR;english
SG;SGP;Singapore;en-SG;English;SGD;english
JP;JPN;Japan;ja-JP;Japanese;JPY;plain
KR;KOR;South Korea;ko-KR;Korean;KRW;plain
TW;TWN;Taiwan;zh-TW;Chinese;TWD;plain
TH;THA;Thailand;th-TH;Thai;THB;plain
PH;PHL;Philippines;en-PH;English;PHP;english
AE;ARE;United Arab Emirates;ar-AE;Arabic;AED;plain
BR;BRA;Brazil;pt-BR;Portuguese;BRL;portuguese
AR;ARG;Argentina;es-AR;Spanish;ARS;spanish
CL;CHL;Chile;es-CL;Spanish;CLP;spanish
CO;COL;Colombia;es-CO;Spanish;COP;spanish
MX;MEX;Mexico;es-MX;Spanish;MXN;spanish
UY;URY;Uruguay;es-UY;Spanish;UYU;spanish
`)
