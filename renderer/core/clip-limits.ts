/** Longest part of a recording that a wall plays, s: nobody stands before it for longer. */
export const MAX_CLIP_SECONDS = 1_200
