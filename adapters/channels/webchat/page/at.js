/** An element of index.html by its id. */
export const at = (id) => document.getElementById(id);
