/**
 * Charts drawn on the server as SVG, without a script: bars, stacked bars, lines, rings and rows, each with its table
 * behind it. Time runs right to left in Arabic.
 */
@NullMarked
@NamedInterface("chart")
package ma.qutb.shell.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
