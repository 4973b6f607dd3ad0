package io.cybervpn.infrastructure.shared;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Rows for {@code jsonb_to_recordset}: how any number of rows goes into one statement whose text
 * stays the same, so that the database and Hibernate plan it once. Cast the parameter to text
 * first: the driver would send a text for a jsonb parameter as one JSON string.
 */
public final class JsonRows {
    private final ArrayNode rows = JsonNodeFactory.instance.arrayNode();

    /** A new row, to be filled with its columns. */
    public ObjectNode add() {
        return rows.addObject();
    }

    /** Whether no row was added. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** All rows as a JSON array. */
    @Override
    public String toString() {
        return rows.toString();
    }
}
