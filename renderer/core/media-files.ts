/**
 * Files that may stand for a picture, a recording or a film, by their extensions: lower case, without the dot. Some are
 * refused when they are opened, with the way to convert them; passed over in silence, nobody would know why.
 */

export const PICTURE_FILES: readonly string[] = [
  ...['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'heic', 'heif', 'tif', 'tiff'],
  ...['bmp', 'jxl', 'jp2', 'psd'],
]

/** Documents of pages. Never taken for a picture because of their name alone: a consent form is one too. */
export const DOCUMENT_FILES: readonly string[] = ['pdf']

/** In the order in which they are taken where one recording lies there in several forms. */
export const AUDIO_FILES: readonly string[] = [
  ...['wav', 'flac', 'mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'amr', 'wma', 'aif', 'aiff'],
  ...['gsm', 'spx', 'au', 'raw', 'al', 'ul'],
]

export const VIDEO_FILES: readonly string[] = [
  ...['mp4', 'm4v', 'webm', 'mov', 'mkv', '3gp', 'ogv'],
  ...['avi', 'wmv', 'mpg', 'mpeg'],
]

/** Containers that hold a film or a voice alone: whoever asks knows which. */
export const EITHER_FILES: readonly string[] = ['webm', 'mp4', 'mov', 'mkv', '3gp', 'ogv']
