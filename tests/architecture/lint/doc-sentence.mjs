/** @import { Rule } from 'eslint' */

// Next.js calls these by name; its documentation is their doc sentence.
const CALLED_BY_NEXT =
  /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|metadata|viewport|generateMetadata|generateViewport|generateStaticParams|dynamic|dynamicParams|revalidate|runtime|maxDuration|config|register|onRequestError)$/

const wordsOf = (comment) => comment.value.replace(/^\s*\*+ ?/gm, '').trim()

const namesOf = (declaration) => {
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') return declaration.id ? [declaration.id] : []
  if (declaration.type !== 'VariableDeclaration') return []
  return declaration.declarations.map((one) => one.id).filter((id) => id.type === 'Identifier')
}

/**
 * docSentence asks that every exported function, class and constant has a doc comment whose first word is its name.
 * One comment may speak for a group of exports that follow each other without an empty line: it then names each of them.
 * @type {Rule.RuleModule}
 */
export const docSentence = {
  meta: {
    type: 'suggestion',
    docs: { description: 'require a doc sentence that begins with the name of what is exported' },
    messages: { missing: "'{{name}}' is exported without a doc sentence: write /** {{name}} does … */ above it." },
    schema: [],
  },
  create(context) {
    const source = context.sourceCode
    const commentOf = (node) => {
      const comment = source.getCommentsBefore(node).at(-1)
      return comment?.type === 'Block' && comment.value.startsWith('*') ? comment : undefined
    }
    // Walks up a block of exports without empty lines to the comment that opens it.
    const groupComment = (node) => {
      const siblings = node.parent.body
      let at = siblings.indexOf(node)
      while (at >= 0) {
        const comment = commentOf(siblings[at])
        if (comment) return comment
        const above = siblings[at - 1]
        if (!above || siblings[at].loc.start.line - above.loc.end.line > 1) return undefined
        at -= 1
      }
      return undefined
    }
    return {
      ExportNamedDeclaration(node) {
        if (!node.declaration) return
        const own = commentOf(node)
        for (const id of namesOf(node.declaration)) {
          if (CALLED_BY_NEXT.test(id.name)) continue
          const begins = own && new RegExp(`^${id.name}\\b`).test(wordsOf(own))
          const named = !begins && new RegExp(`\\b${id.name}\\b`).test(wordsOf(groupComment(node) ?? { value: '' }))
          if (!begins && !(named && !own)) context.report({ node: id, messageId: 'missing', data: { name: id.name } })
        }
      },
    }
  },
}
