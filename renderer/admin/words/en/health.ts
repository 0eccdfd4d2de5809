export const health = {
  title: 'Health',
  library: 'Library',
  wall: 'Wall',
  disk: 'Disk',
  clock: 'Clock',
  displays: 'Displays',
  restarts: 'Restarts',
  versions: 'Versions',
  problems: 'Problems',
}
