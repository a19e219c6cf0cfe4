// The names of legal forms, questions and requirements, from the widget's API, so that they are always up to date.

/**
 * { forms, criteria, requirements } of a kind, each a list of { value, label }. Null if the widget does not run.
 * @param {import('gpf:types').GpfKind} kind
 */
export async function catalogue(kind) {
  try {
    await window.gpFederations.ready;
    const { subjects, rows } = window.gpFederations.compare({ kind });
    const criteria = rows.map(({ criterion }) => criterion);
    return {
      forms: subjects.map(({ id, name }) => ({ value: id, label: name })),
      criteria: criteria.map(({ id, question }) => ({ value: id, label: question })),
      requirements: criteria.flatMap(({ id, whenYes, whenNo }) => [
        { value: `${id}=yes`, label: whenYes },
        ...(whenNo ? [{ value: `${id}=no`, label: whenNo }] : []),
      ]),
    };
  } catch {
    return null;
  }
}
