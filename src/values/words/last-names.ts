import { lines } from './lines.ts'
import { words } from './words.ts'

/** Family names, of many origins; letters of Latin-1 only. */
export const lastNames: readonly string[] = Object.freeze([
  ...words(`
Abbott Abdi Abebe Abrams Acosta Adams Adebayo Adeyemi Agarwal Aguilar Ahmad Ahmed Aitken Akhtar Albright Alvarez Amari Anand Andersen Anderson
Andersson Andrade Antonelli Aoki Appiah Araujo Armstrong Arnold Asante Ashworth Atkins Aubert Austin Ayala Baker Balogun Banerjee Barbosa
Barker Barnes Barrett Bartlett Bassi Bates Bauer Becker Beckett Bell Bellini Bennett Berger Berglund Bernard Bhatt Bianchi Bishop Björk Blackwood
Blake Blanchard Blom Bonnet Booth Bosch Bouchard Bowen Boyd Bradley Brandt Braun Brennan Bright Brooks Brown Bruno Bryant Burke Burns Butler Byrne
Caldwell Calloway Cameron Campbell Cardoso Carlson Carpenter Carr Carter Castillo Castro Chambers Chan Chandra Chang Chapman Chavez Chen Cheng
Choi Chowdhury Christensen Clark Clarke Cohen Cole Coleman Collins Conti Conway Cooper Correia Costa Coulibaly Cox Craig Crawford Cruz Cunningham
Dahl Dalton Danielsen Darby Das Davidson Davies Davis Dawson Deng Desai Diallo Diaz Dietrich Dixon Dogan Donnelly Donovan Dowd Doyle Drake
Dubois Duffy Duncan Dupont Eaton Edwards Ekström Elliott Ellis Emery Engel Eriksen Eriksson Espinoza Evans Fairbanks Falk Farah Farrell Faulkner
Fernandes Fernandez Ferrari Ferreira Fields Fischer Fisher Fitzgerald Fleming Fletcher Flores Fontaine Forbes Ford Foster Fournier Fowler
Fox Franklin Fraser Freeman Friedman Fuchs Fujimoto Fuller Gallagher Gallo Garcia Garner Garrison Gauthier George Gibson Gilbert Girard Glover
Goldberg Gomes Gomez Gonzalez Goodwin Gordon Graham Grant Graves Greco Greene Griffin Grimaldi Gruber Guerrero Gupta Gustafsson Gutierrez Guzman
Haddad Hagen Hall Hamilton Hammond Hansen Hanson Harper Harris Harrison Hartley Hartmann Hashimoto Hassan Hawkins Hayashi Hayes Heath Hendricks
Henry Herrera Hicks Higgins Hill Hoang Hobbs Hoffmann Holden Holland Holm Holmes Holt Hong Hopkins Horvat Howard Huang Huber Hudson Hughes
Hunt Hussain Hutchinson Ibarra Ibrahim Inoue Iqbal Ishikawa Islam Ito Ivanova Jackson Jacobs Jain Jansen Jansson Jensen Jimenez Johansen
Johansson Johnson Johnston Jones Jordan Joseph Joshi Juarez Jung Kamau Kang Kapoor Karlsson Kato Kaufman Kaur Kaya Keller Kelly Kendall
Kennedy Keogh Khan Khumalo Kim Kimura King Kirby Klein Knight Knowles Koch Kobayashi Koval Kowalski Kramer Krishnan Krüger Kumar Lacroix Lam Lambert Lang
Larsen Larsson Laurent Lawson Leblanc Lee Lefebvre Lehmann Lemaire Leroy Levy Lewis Li Lim Lin Lindberg Lindholm Lindqvist Lindsay Little Liu
Lloyd Lombardi Lopez Lorenz Lowe Lucas Lund Lynch Macdonald Mackay Maier Malik Mancini Manning Marchetti Marino Markovic Marsh Marshall
Martin Martinez Martins Mason Matsumoto Matthews Maurer Mbeki McAllister McCarthy McCormack McDonald McKenna McLean Medina Mehta Meier Mendes Mendez
Mendoza Mensah Mercer Meyer Miller Mills Mishra Mitchell Miyazaki Moen Mohamed Molina Monroe Montgomery Moore Morales Moreau Moreno Moretti Morgan
Mori Morris Morrison Moyo Mueller Mukherjee Murphy Murray Mwangi Nair Nakamura Navarro Ndiaye Nelson Newman Ng Nguyen Nicholson Nielsen Nilsen Nilsson
Noble Nolan Norris Novak Nowak Nunes Nyberg Ochoa Ogawa Okafor Okeke Okonkwo Oliveira Olsen Olsson Ortega Ortiz Osei Osman Otieno Owens
Owusu Palmer Park Parker Parsons Patel Paterson Pearce Pedersen Pereira Perez Perkins Perrin Persson Peters Petersen Peterson Petit Pham Phillips Pierce Pinto
Popescu Porter Powell Prasad Preston Price Quinn Rahman Ramirez Ramos Rao Rasmussen Ray Reed Reeves Renard Reyes Reynolds Ribeiro Ricci
Richards Richardson Riley Rios Rivera Roberts Robinson Rocha Rodrigues Rodriguez Rogers Romano Romero Rose Ross Rossi Rousseau Rowe Roy Ruiz
Russell Russo Ryan Said Saito Salazar Salim Sanchez Sanders Santiago Santos Sato Saunders Schmidt Schmitt Schneider Schofield Scholz Schroeder Schubert
Schultz Schwartz Scott Serrano Shah Shapiro Sharma Shaw Shen Shepherd Shimizu Silva Simmons Simon Singh Sinclair Skinner Smith Soares Solberg Song Soto
Sousa Spencer Stanton Stein Steiner Stephens Sterling Stevens Stewart Stone Strand Suarez Sullivan Sutherland Suzuki Svensson Takahashi Tan Tanaka
Taylor Teixeira Thomas Thompson Thomsen Thornton Todd Torres Tran Traore Tremblay Tucker Turner Ueda Vance Vargas Vasquez Vaughn Vega
Vidal Villa Vogel Vogt Wagner Walker Wallace Walsh Walton Wang Ward Warner Watanabe Watkins Watson Weaver Webb Weber Weiss Wells West Whitaker
White Wilkinson Williams Wilson Winter Wolf Wong Wood Woods Wright Wu Xu Yamamoto Yang Yates Yilmaz Yoshida Young Yusuf Zapata Zhang Zhao
Zhou Ziegler Zimmermann Zuniga
`),
  ...lines(`
De Luca | Van Dijk | O'Brien | O'Connor | O'Neill | De Vries | Da Silva | Le Roux | Van den Berg | D'Angelo | Al-Masri | Ben Salah
`),
])
