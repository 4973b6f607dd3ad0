package io.cybervpn.application.shared;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * What a context knows of a person, for the copy that he may have of it. Names of sections and
 * fields are read by people; secrets of the shop and what belongs to others are not in there.
 */
public interface PersonalData {
    /** One kind of things. */
    record Section(String name, Reader reader) {}

    /** Reads a section piece by piece, so that nobody's history is ever in memory as a whole. */
    interface Reader {
        /**
         * Some rows, in the open unit of work.
         *
         * @param after the {@link Slice#next} of the slice before; empty for the first one
         */
        Uni<Slice> read(AccountId account, Optional<String> after);
    }

    /**
     * Some rows of a section.
     *
     * @param rows each a JSON object
     * @param next empty when these are the last
     */
    record Slice(List<String> rows, Optional<String> next) {
        /** Copies the list. */
        public Slice {
            rows = List.copyOf(rows);
        }
    }

    /** The sections of the context, in their order. */
    List<Section> sections();
}
