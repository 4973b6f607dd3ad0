package io.cybervpn.application.identity.users;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Note;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a member of staff wrote about a customer.
 *
 * @param author empty when he is gone
 */
public record NoteView(UUID id, String text, Optional<AccountId> author, Instant createdAt) {
    static NoteView of(Note note) {
        return new NoteView(note.id(), note.text(), note.author(), note.createdAt());
    }
}
