package io.cybervpn.infrastructure.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Columns that statements of our own read of whole rows. They are named, never a star: while two
 * versions run on one database, Hibernate fails on each row that has a column which its version
 * does not know.
 */
public final class EntityColumns {
    private EntityColumns() {}

    /**
     * The columns of a table that has an alias.
     *
     * @param columns such as {@code id, account_id}
     * @return such as {@code a.id, a.account_id}
     */
    public static String of(String alias, String columns) {
        return Arrays.stream(columns.split(",\\s*"))
                .map(name -> alias + "." + name)
                .collect(Collectors.joining(", "));
    }
}
