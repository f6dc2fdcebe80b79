import { lines } from './lines.ts'

/** Names of streets by the style of a country; `#` is the house number. */
export const englishStreetNames = lines(`
Maple | Oak | Cedar | Park | Church | High | Mill | Station | Victoria | Elm | Washington | Lake | Hill | Walnut | Spring | North | Ridge | Chestnut | Willow | River | Sunset | Highland | Franklin | Jefferson | Meadow | Prospect | Garden | Orchard
Birch | Lincoln | Forest | Bridge | College | Grove | Harbor | Juniper | King | Queen | Laurel | Liberty | Magnolia | Market | Poplar | School | Summit | Valley | Union | Dogwood | Cherry | Clinton | Hawthorn | Heather | Holly | Ivy
`)

export const englishStreetKinds = lines(
  'Street | Street | Street | Avenue | Avenue | Road | Road | Lane | Drive | Court | Place | Way | Terrace | Boulevard',
)

export const streetPatterns: Readonly<Record<string, readonly string[]>> = Object.freeze({
  german: lines(
    `Gartenweg # | Lindenallee # | Hauptstr. # | Bahnhofstr. # | Kirchweg # | Schulstr. # | Am Markt # | Mühlenweg # | Rosenweg # | Goethestr. # | Schillerstr. # | Bergstr. # | Waldweg # | Feldstr. # | Birkenweg # | Am Hang # | Uferstr. # | Marktplatz #`,
  ),
  french: lines(
    `# Rue des Lilas | # Rue Victor Hugo | # Avenue de la Gare | # Rue du Moulin | # Place du Marché | # Rue des Écoles | # Boulevard Voltaire | # Rue de la Paix | # Chemin des Vignes | # Rue Pasteur | # Quai du Port | # Rue des Fleurs | # Allée des Tilleuls | # Rue Saint-Michel`,
  ),
  dutch: lines(
    `Kerkstraat # | Dorpsstraat # | Molenweg # | Stationsweg # | Lindelaan # | Prinsengracht # | Schoolstraat # | Julianalaan # | Marktplein # | Kastanjelaan # | Havenkade # | Tulpstraat #`,
  ),
  spanish: lines(
    `Calle Mayor # | Calle del Sol # | Avenida de la Constitución # | Calle San José # | Paseo del Prado # | Calle Real # | Calle de la Luna # | Avenida del Puerto # | Calle Nueva # | Plaza de España # | Calle Cervantes # | Calle Colón #`,
  ),
  portuguese: lines(
    `Rua das Flores # | Rua da Igreja # | Avenida da Liberdade # | Rua de São João # | Travessa do Carmo # | Rua do Comércio # | Rua Nova # | Largo da Sé # | Rua do Sol # | Avenida Central # | Rua da Praia #`,
  ),
  italian: lines(
    `Via Roma # | Via Garibaldi # | Corso Italia # | Via Dante # | Piazza del Duomo # | Via Mazzini # | Viale dei Tigli # | Via San Marco # | Via della Libertà # | Via Verdi # | Vicolo Stretto #`,
  ),
  nordic: lines(
    `Storgatan # | Kungsgatan # | Skolgatan # | Parkveien # | Kirkegata # | Strandveien # | Birkevej # | Havnegade # | Skovvej # | Nygade # | Bakkevej # | Solveien # | Ringvej #`,
  ),
  japanese: lines(
    `中央1-# | 本町2-# | 栄町3-# | 緑町1-# | 桜町2-# | 旭町1-# | 東町3-# | 西町2-# | 南町1-# | 北町4-# | 大手町1-# | 駅前2-#`,
  ),
  plain: lines(
    `# Central Street | # Garden Street | # Old Market Street | # University Avenue | # Station Road | # River Street | # Castle Street | # Independence Avenue | # Museum Street | # Hill Road | # Harbour Street | # Mill Street`,
  ),
})
