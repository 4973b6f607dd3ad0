package io.cybervpn.infrastructure.shared;

import java.util.UUID;
import java.util.function.Function;

/**
 * Where sealed secrets are kept: a bean for each such column, so that a change of keys finds them
 * all. The names are ours, never of a caller.
 *
 * @param kind one word for reports
 * @param key the column of the id, a UUID
 * @param text the column of the secret
 * @param purpose what the secret of an id was sealed for
 */
public record SealedColumn(
        String kind, String table, String key, String text, Function<UUID, String> purpose) {}
