import { words } from './words.ts'

/** First names of women, of many origins; letters of Latin-1 only, so that every encoding of a database holds them. */
export const firstNamesFemale = words(`
Abigail Adaeze Adele Adriana Agnes Aicha Aiko Aisha Alejandra Alessia Alexandra Alice Alicia Alina Aline Amanda Amara Amelia Amina Amira
Amy Ana Anaïs Andrea Angela Anika Anita Anja Anna Annika Antonia Anya Ariana Ashley Asma Astrid Audrey Aurora Ava Ayesha Ayumi Barbara
Beatrice Beatriz Bella Bianca Birgit Brenda Bridget Camila Camille Carla Carmen Carolina Caroline Catherine Cecilia Céline Charlotte
Chiara Chidi Chiyo Chloe Christina Clara Claudia Cora Cristina Daniela Daphne Deborah Diana Dolores Dorothy Ebba Edith Eleanor Elena
Elif Elisa Elise Elizabeth Ella Ellen Eloise Elsa Emily Emma Erica Erin Esther Eun-ji Eva Evelyn Fatima Fatou Fiona Florence Frances
Francesca Freya Frida Gabriela Gemma Genevieve Georgia Gina Giulia Gloria Grace Greta Gwen Hana Hannah Haruka Hazel Heather Helen
Helena Hélène Henrietta Ida Imani Imogen Ines Ingrid Irene Iris Isabel Isla Ivana Ivy Jade Jana Jane Janet Jasmin Jelena Jennifer
Jessica Jia Joan Joanna Johanna Josephine Joyce Judith Julia Juliette Jyoti Kamila Karen Karin Katarina Kate Kathleen Kavita Kayla Keiko
Kerstin Khadija Kim Kira Klara Kristin Lara Laura Lauren Layla Lea Leila Lena Leonie Leticia Lidia Lila Lillian Lina Linda Linh Lisa
Liv Liya Lola Lorena Louise Lucia Lucy Luisa Lydia Lynn Maeve Magdalena Mai Maja Malin Malika Manon Margaret Maria Mariam Mariana Marina Marisol
Marlene Marta Mary Matilda Maya Megan Mei Melissa Mercy Mia Michelle Mila Mina Miriam Molly Monica Muriel Nadia Naima Nancy Naomi Natalia
Natalie Neha Nia Nicole Niamh Nina Noor Nora Norah Olga Olivia Oona Paige Pamela Parisa Patricia Paula Penelope Petra Phoebe Pia Pilar
Priya Rachel Ramona Raquel Rebecca Renata Rhea Rita Robin Rosa Rosalie Rose Rosie Roxana Ruby Ruth Sabine Sabrina Sadia Salma Samantha
Samira Sandra Sanne Sara Sarah Saskia Selma Serena Shira Shreya Siena Signe Silvia Simone Siobhan Sofia Solveig Sonia Sophie Stella
Stephanie Sue Sumaya Susan Suzanne Svetlana Sylvia Tamar Tania Tara Tatiana Teresa Tessa Thandi Theresa Tiffany Tilda Tina Tove Ursula
Valentina Valeria Vanessa Vera Veronica Victoria Violet Virginia Vivian Wanda Wendy Willow Xiu Yara Yasmin Yoko Yuki Yuna Yvonne Zahra
Zara Zeynep Zoe Zoë Zuri
`)
