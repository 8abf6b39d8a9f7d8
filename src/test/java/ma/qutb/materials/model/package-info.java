/**
 * A fund as plainly as it can be said, written a second time from the rules and not from the program: {@link
 * ma.qutb.materials.model.MaterialsModelTests} does the same random acts to both and asks both the same questions.
 */
@org.jspecify.annotations.NullMarked
package ma.qutb.materials.model;
