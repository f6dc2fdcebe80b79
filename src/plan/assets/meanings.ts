/** The text of a file, as a field. */
export const BODY = 'body'

/** Columns and fields that say the same in other words, folded (`foldName`). The first that is there is taken, of both. */
export interface SameMeaning {
  /** What it is, for `plan`. */
  readonly means: string
  readonly columns: readonly string[]
  readonly fields: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ')

const alike = (means: string, text: string): SameMeaning => ({ means, columns: words(text), fields: words(text) })

/** Dates go to the time of publishing before that of making; the text of a file goes to what holds texts. */
export const MEANINGS: readonly SameMeaning[] = [
  alike('the title', 'title name headline heading subject displayname'),
  {
    means: 'the text',
    columns: words('content body text markdown article contentmd bodymd contentmarkdown bodymarkdown story'),
    fields: words('body content text markdown article story'),
  },
  {
    means: 'the short text',
    columns: words('excerpt summary teaser abstract intro description subtitle shortdescription lead'),
    fields: words('excerpt summary teaser abstract intro description subtitle shortdescription lead'),
  },
  {
    means: 'when it was published',
    columns: words('publishedat publishdate publisheddate publishedon publishat postedat releasedat releasedate date'),
    fields: words('publishedat publishdate publisheddate publishedon pubdate published date posted releasedate'),
  },
  {
    means: 'when it was made',
    columns: words('createdat created createdon createddate creationdate'),
    fields: words('createdat created createdon createddate datecreated date'),
  },
  {
    means: 'when it was changed',
    columns: words('updatedat updated updatedon modifiedat modified lastmodified lastupdated'),
    fields: words('updatedat updated updatedon modifiedat modified lastmod lastmodified lastupdated dateupdated'),
  },
  alike('its name in addresses', 'slug permalink handle urlslug urlkey'),
  alike('its tags', 'tags tag keywords labels topics taglist'),
  alike('its category', 'category section categories'),
  alike('its type', 'type kind'),
  alike(
    'its image',
    'image imageurl imagepath cover coverimage coverimageurl coverurl hero heroimage featuredimage thumbnail thumbnailurl picture pictureurl photo photourl banner avatar avatarurl',
  ),
  {
    means: 'who it is',
    columns: words('bio biography about aboutme'),
    fields: words('bio biography about aboutme body'),
  },
  { means: 'the text', columns: words('description'), fields: words('body') },
  alike('its price', 'price cost msrp amount unitprice listprice retailprice'),
  alike('who made it', 'brand make manufacturer maker vendor'),
  alike('its model', 'model modelname'),
  alike('who wrote it', 'authorname author byline writer'),
  alike('its address', 'url link href website site homepage websiteurl'),
  alike('its state', 'status state'),
  alike('its language', 'language lang locale languagecode'),
  alike('its place in the order', 'position sortorder order rank displayorder'),
  alike('minutes of reading', 'readtime readingtime readminutes readtimeminutes readingtimeminutes minutesread'),
  alike('what an image shows', 'alttext alt imagealt'),
  alike('its email', 'email mail emailaddress'),
]

/** What a file says of itself, for pools of images and other files. */
export const FILE_MEANINGS: readonly { readonly columns: readonly string[]; readonly expression: string }[] = [
  { columns: words('filename originalname originalfilename'), expression: 'file.name' },
  {
    columns: words(
      'filepath path storagepath objectpath objectname objectkey storagekey imagepath photopath avatarpath mediapath',
    ),
    expression: 'file.path',
  },
  { columns: words('bucket bucketid bucketname storagebucket'), expression: 'file.bucket' },
  { columns: words('filesize size bytes sizebytes sizeinbytes filesizebytes'), expression: 'file.size' },
  { columns: words('filetype mimetype mime contenttype mediatype'), expression: 'file.type' },
  { columns: words('extension fileextension ext'), expression: 'file.extension' },
  { columns: words('alttext alt title name caption'), expression: 'title_case(file.stem)' },
]

/** What can be made of the text and the title where no field says it. `%s`: the expression that the other column gets. */
export const MADE: readonly {
  readonly columns: readonly string[]
  readonly of: 'title' | 'body'
  readonly call: string
}[] = [
  { columns: words('slug urlslug urlkey'), of: 'title', call: 'slugify' },
  { columns: words('excerpt summary teaser abstract description shortdescription'), of: 'body', call: 'excerpt' },
  {
    columns: words('readtime readingtime readminutes readtimeminutes readingtimeminutes minutesread'),
    of: 'body',
    call: 'calculate_read_time',
  },
]
