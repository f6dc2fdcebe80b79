import { words } from './words.ts'

/** First names of men, of many origins; letters of Latin-1 only. */
export const firstNamesMale = words(`
Aaron Abdul Abel Adam Adrian Ahmed Aiden Akira Alan Albert Alec Alejandro Alessandro Alex Alexander Alfie Alfred Ali Amir Anders Andre
Andrés Andrew Angus Anil Anthony Anton Antonio Archie Ari Arjun Arnav Arthur Arturo Arvid Asher Ashok Aubrey August Austin Axel Ayo Barry
Bartosz Bastian Ben Benedict Benjamin Bernard Björn Blake Boris Brandon Brendan Brian Bruno Bryan Caleb Calvin Cameron Carl Carlos Cedric
Cesar Charles Chen Chidi Chris Christian Christopher Clemens Colin Connor Conrad Cormac Craig Curtis Cyrus Damian Daniel Dario Darius Darren
David Davide Dean Declan Dennis Derek Desmond Diego Dmitri Dominic Donald Douglas Duncan Dylan Edgar Eduardo Edward Edwin Elias Elijah
Elliot Emeka Emil Emilio Emmanuel Enrique Enzo Eric Erik Ernesto Esteban Ethan Eugene Evan Fabian Faisal Farid Felipe Felix Fernando
Finn Florian Francis Francisco Frank Fraser Fred Frederik Gabriel Gareth Gary Gavin Geoffrey George Gerard Giovanni Glen Gonzalo Gordon
Graham Grant Gregory Guillaume Gustav Hamza Hannes Hans Harold Harry Harvey Hassan Hector Hendrik Henrik Henry Hiro Hugo Hussein Hyun
Ian Ibrahim Idris Ignacio Igor Imran Isaac Isak Ismail Ivan Ivo Jack Jacob Jakob James Jamie Jan Jared Jason Javier Jayden Jean Jeffrey
Jens Jeremy Jerome Jesper Jesse Jin Joachim Joaquin Joel Johan John Jonas Jonathan Jordan Jorge José Joseph Joshua Juan Julian Julien
Julius Junaid Kai Karim Karl Kasper Keith Kemal Kenji Kenneth Kevin Khalid Kieran Klaus Kofi Konrad Kurt Kwame Kyle Lars Laurence Lawrence
Lee Leo Leon Leonardo Lewis Liam Lionel Logan Lorenzo Louis Luca Lucas Luis Luke Mads Magnus Malcolm Manuel Marc Marcel Marco Marcus
Mario Mark Markus Martin Mateo Mathias Mathieu Matteo Matthew Mauricio Max Maxime Mehmet Michael Miguel Mikael Milan Milo Min-jun Mohamed
Morgan Moritz Muhammad Murat Musa Nathan Nathaniel Neil Nelson Niall Nicholas Nico Niels Nikhil Nikola Nils Noah Noel Oleg Oliver Olivier Omar
Orlando Oscar Oskar Otto Owen Pablo Pascal Patrick Paul Pedro Per Peter Philip Pierre Quentin Rafael Rahul Rainer Raj Ralph Ramon
Rashid Raul Ravi Raymond Reza Rhys Ricardo Richard Robert Roberto Roderick Rodrigo Roger Rohan Roland Roman Ronan Rory Ross Ruben Rupert
Russell Ryan Saleem Salvador Sam Samir Samuel Santiago Scott Sean Sebastian Sergio Seth Shane Shaun Silas Simon Sipho Stefan Stephen
Steven Stuart Sven Tariq Taro Tate Theo Thiago Thomas Tim Timothy Tobias Todd Tom Tomas Toshi Travis Trevor Tristan Tyler Umar Valentin
Victor Vijay Viktor Vincent Walter Warren Wei Wesley William Xavier Yannick Yusuf Zachary Zain
`)
