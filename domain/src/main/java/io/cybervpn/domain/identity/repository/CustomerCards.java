package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Note;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What staff keep about customers. Every method works in the open unit of work. */
public interface CustomerCards {
    /** The tags of a customer. */
    Uni<Set<String>> tags(AccountId account);

    /** Replaces the tags of a customer, whose account is locked. */
    Uni<Void> tag(AccountId account, Set<String> tags);

    /** The notes about a customer, the newest first, at most {@code limit}. */
    Uni<List<Note>> notes(AccountId account, int limit);

    /** Stores a new note. */
    Uni<Void> add(Note note);

    /**
     * Removes a note about a customer.
     *
     * @return false when there is none
     */
    Uni<Boolean> removeNote(AccountId account, UUID note);
}
