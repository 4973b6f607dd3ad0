package io.cybervpn.presentation.identity.rest.account;

import io.cybervpn.application.identity.PreviewMerge;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The wish to make two accounts one.
 *
 * @param proof what shows that this account is one's own
 * @param otherEmail of the other account, if its password is shown
 * @param otherProof what shows that the other one is one's own too
 * @param keep {@code this} (when missing) or {@code other}: which of them survives
 */
@Schema(
        name = "AccountMerge",
        requiredProperties = {"otherProof"})
public record MergeJson(
        @Schema(nullable = true) @Nullable AccountProofJson proof,
        @Schema(nullable = true) @Nullable String otherEmail,
        @Nullable AccountProofJson otherProof,
        @Schema(nullable = true, examples = "this") @Nullable String keep) {
    /** Whether the choice can be read. */
    boolean knowsItsChoice() {
        return keep == null || keep.equals("this") || keep.equals("other");
    }

    PreviewMerge.Command toCommand(PreviewMerge.Visit visit) {
        return new PreviewMerge.Command(
                visit,
                AccountProofJson.toShown(proof),
                Optional.ofNullable(otherEmail).orElse(""),
                AccountProofJson.toShown(otherProof),
                "other".equals(keep));
    }

    /**
     * What would become of two accounts.
     *
     * @param token confirms it; good for {@code expiresInSeconds}
     * @param goneId the account that would be no more
     * @param keptId the one that would have everything
     * @param moves what would move
     * @param givenUp what there cannot be two of: {@code email}, or the name of a provider
     */
    @Schema(name = "AccountMergePreview")
    public record MergePreviewJson(
            String token,
            long expiresInSeconds,
            UUID goneId,
            UUID keptId,
            List<StakeJson> moves,
            List<String> givenUp) {
        static MergePreviewJson of(PreviewMerge.Result.Preview preview) {
            return new MergePreviewJson(
                    preview.token(),
                    preview.life().toSeconds(),
                    preview.from().value(),
                    preview.into().value(),
                    preview.moves().stream().map(StakeJson::of).toList(),
                    preview.givenUp());
        }
    }

    /** What the preview gave. */
    @Schema(
            name = "AccountMergeConfirmation",
            requiredProperties = {"token"})
    public record MergeConfirmationJson(@Nullable String token) {}

    /** They are one. */
    @Schema(name = "AccountMerged")
    public record MergedJson(UUID accountId) {}
}
