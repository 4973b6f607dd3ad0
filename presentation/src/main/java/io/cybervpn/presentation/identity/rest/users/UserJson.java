package io.cybervpn.presentation.identity.rest.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.users.NoteView;
import io.cybervpn.application.identity.users.UserCard;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.repository.OpenSessions.Seen;
import io.cybervpn.presentation.identity.rest.MeJson.ProfileJson;
import io.cybervpn.presentation.shared.rest.Problem;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer as staff see him. */
@Schema(name = "User")
public record UserJson(
        UUID id,
        @Nullable String email,
        String status,
        String locale,
        Instant createdAt,
        ProfileJson profile,
        List<String> tags) {
    static UserJson of(UserCard card) {
        AccountView account = card.account();
        return new UserJson(
                account.id().value(),
                account.email().orElse(null),
                account.status().code(),
                account.locale(),
                account.createdAt(),
                ProfileJson.of(account, card.profile()),
                card.tags().stream().sorted().toList());
    }

    /**
     * What staff change of a customer, for the description of the API: a JSON merge patch.
     *
     * @param locale a BCP 47 tag; cannot be taken away
     * @param displayName 1 to 100 characters
     * @param timeZone an IANA id
     * @param marketingOptIn false alone: nobody agrees to something in another's name
     * @param tags all that he shall have, each 1 to 50 characters
     * @param version of the profile, as it was seen; 412 when it is stale
     */
    @Schema(name = "UserEdit", additionalProperties = Schema.False.class)
    public record UserEditJson(
            @Nullable String locale,
            @Nullable String displayName,
            @Nullable String timeZone,
            @Nullable Boolean marketingOptIn,
            @Nullable List<String> tags,
            @Nullable Long version) {
        private static final int TAGS_MAX = 50;
        private static final int TAG_LENGTH_MAX = 50;

        /** The field that {@link #tagsIn} reads. */
        static final String TAGS = "tags";

        static Optional<Set<String>> tagsIn(ObjectNode body) {
            JsonNode given = body.get(TAGS);
            if (given == null) {
                return Optional.empty();
            }
            Set<String> sound = new HashSet<>();
            given.forEach(tag -> sound.add(tag.isTextual() ? tag.asText().strip() : ""));
            boolean good =
                    given.isArray()
                            && given.size() <= TAGS_MAX
                            && sound.stream().allMatch(UserEditJson::isTag);
            if (!good) {
                throw Problem.invalid("/tags", "invalid", "At most 50, each of 1 to 50 characters.")
                        .asException();
            }
            return Optional.of(sound);
        }

        private static boolean isTag(String tag) {
            return !tag.isEmpty()
                    && tag.length() <= TAG_LENGTH_MAX
                    && tag.chars().noneMatch(Character::isISOControl);
        }
    }

    /**
     * A note about a customer.
     *
     * @param authorId null when he is gone
     */
    @Schema(name = "UserNote")
    public record UserNoteJson(UUID id, String text, @Nullable UUID authorId, Instant createdAt) {
        static UserNoteJson of(NoteView note) {
            return new UserNoteJson(
                    note.id(),
                    note.text(),
                    note.author().map(AccountId::value).orElse(null),
                    note.createdAt());
        }
    }

    /** All notes about a customer, the newest first. */
    @Schema(name = "UserNoteList")
    public record UserNoteListJson(List<UserNoteJson> items) {
        static UserNoteListJson of(List<NoteView> notes) {
            return new UserNoteListJson(notes.stream().map(UserNoteJson::of).toList());
        }
    }

    /** A new note of 1 to 4000 characters. */
    @Schema(
            name = "UserNoteInput",
            requiredProperties = {"text"})
    public record UserNoteInputJson(@Nullable String text) {
        private static final int LENGTH_MAX = 4_000;

        String checked() {
            String sound = text == null ? "" : text.strip();
            if (sound.isEmpty() || sound.length() > LENGTH_MAX || sound.indexOf('\0') >= 0) {
                throw Problem.invalid("/text", "invalid", "1 to 4000 characters.").asException();
            }
            return sound;
        }
    }

    /** Where a customer is logged in. */
    @Schema(name = "UserSession")
    public record UserSessionJson(
            UUID id, String device, String address, Instant startedAt, Instant lastUsedAt) {
        static UserSessionJson of(Seen seen) {
            return new UserSessionJson(
                    seen.id().value(),
                    seen.client().device(),
                    seen.client().address(),
                    seen.startedAt(),
                    seen.lastUsedAt());
        }
    }

    /** The open sessions of a customer. */
    @Schema(name = "UserSessionList")
    public record UserSessionListJson(List<UserSessionJson> items) {
        static UserSessionListJson of(List<Seen> sessions) {
            return new UserSessionListJson(sessions.stream().map(UserSessionJson::of).toList());
        }
    }
}
