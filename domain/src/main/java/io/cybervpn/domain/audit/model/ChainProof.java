package io.cybervpn.domain.audit.model;

import io.cybervpn.domain.audit.ChainFlaw;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the rows looked at so far prove. Pure. */
public sealed interface ChainProof {
    /** They follow each other up to here. */
    record Whole(ChainLink last) implements ChainProof {}

    /**
     * The first one that does not.
     *
     * @param position in the chain; 0 for a row that has none
     * @param row its id, if it is there
     */
    record Broken(long position, Optional<UUID> row, ChainFlaw flaw) implements ChainProof {}

    /** The proof with the next rows, in the order of the chain. */
    default ChainProof with(List<ChainedRecord> rows) {
        ChainProof proof = this;
        for (ChainedRecord row : rows) {
            proof =
                    switch (proof) {
                        case Whole(var last) -> following(last, row);
                        case Broken broken -> broken;
                    };
        }
        return proof;
    }

    private static ChainProof following(ChainLink last, ChainedRecord row) {
        if (row.link().position() != last.position() + 1) {
            return new Broken(last.position() + 1, Optional.empty(), ChainFlaw.ROW_MISSING);
        }
        if (!row.row().contentHash().equals(row.contentHash())) {
            return broken(row, ChainFlaw.ROW_CHANGED);
        }
        return row.follows(last) ? new Whole(row.link()) : broken(row, ChainFlaw.LINK_CHANGED);
    }

    private static Broken broken(ChainedRecord row, ChainFlaw flaw) {
        return new Broken(row.link().position(), Optional.of(row.row().id()), flaw);
    }
}
