// Runs one task after the other, however fast keys are pressed: undo, and dialogs about conflicts.
let turn = Promise.resolve();

export function serially(work) {
  const doing = turn.then(work);
  turn = doing.catch(() => {});
  return doing;
}
