import type { ArrivedDelivery } from '../../../shared/kept-delivery.ts'
import { Outside } from '../../text/outside.tsx'

export function QueryTable({ query }: { query: ArrivedDelivery['query'] }) {
  return (
    <table className="query-table">
      <caption className="hidden">Query parameters</caption>
      <tbody>
        {query.map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice
          <tr key={at}>
            <th scope="row">
              <Outside text={name} />
            </th>
            <td>
              <Outside text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
