/** A queue's name where nothing beside it says that it is an observed one. */
export function fullName(t, queue) {
  return queue.observed ? t.observedName(queue.name, queue.observed.pbx) : queue.name;
}
