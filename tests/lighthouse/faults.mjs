// The audits of a Lighthouse report that lower the score of a page.

/** The categories in which a page must have a perfect score. */
export const CATEGORIES = ['accessibility', 'best-practices'];

/** One line per problem, with its elements and messages. Empty if the page has 100 in each category. */
export function faults({ runtimeError, categories, audits }) {
  if (runtimeError) return [`Lighthouse could not load the page: ${runtimeError.message}`];
  return CATEGORIES.flatMap((id) => {
    const { score, auditRefs } = categories[id];
    // Audits without weight, such as the one for source maps, are for information.
    const failed = auditRefs
      .filter(({ weight }) => weight > 0)
      .map((ref) => audits[ref.id])
      .filter(isFailed);
    if (score === 1 && failed.length === 0) return [];
    return [`${id}: ${score === null ? 'no score' : Math.round(score * 100)}`, ...failed.flatMap(described)];
  });
}

const isFailed = ({ score, scoreDisplayMode }) => scoreDisplayMode === 'error' || (score !== null && score < 1);

const described = ({ id, title, errorMessage, details }) => [
  `  ${id}: ${errorMessage ?? title}`,
  ...(details?.items ?? []).map((item) => `    ${place(item)}`),
];

const place = ({ node, ...others }) => (node ? `${node.selector}  ${node.snippet}` : JSON.stringify(others));
