/**
 * The record list every module shows its records with: declared once (columns, filters, sorting, scope), drawn as a
 * table or as cards on a phone, and handed out as CSV or XLSX exactly as filtered. A module makes a {@link
 * ma.qutb.shell.list.RecordList} bean, opens it through {@link ma.qutb.shell.list.Lists} and draws it with {@code
 * @template.shell.list.list(page, list)}.
 */
@NullMarked
@NamedInterface("list")
package ma.qutb.shell.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
