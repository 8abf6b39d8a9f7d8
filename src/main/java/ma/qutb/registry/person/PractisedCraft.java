package ma.qutb.registry.person;

import ma.qutb.registry.CraftCode;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A craft an artisan practises.
 *
 * @param since first year, where known
 */
@Table(schema = "registry", name = "artisan_craft")
public record PractisedCraft(
        @Column("craft_code") CraftCode craft, @Nullable Integer since) {}
