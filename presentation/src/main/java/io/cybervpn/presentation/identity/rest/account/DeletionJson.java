package io.cybervpn.presentation.identity.rest.account;

import io.cybervpn.application.identity.PreviewDeletion;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The wish to be forgotten.
 *
 * @param phrase {@code DELETE} and, after a blank, the e-mail of the account, or its id if it has
 *     none
 */
@Schema(
        name = "AccountDeletion",
        requiredProperties = {"phrase"})
public record DeletionJson(
        @Nullable String phrase, @Schema(nullable = true) @Nullable AccountProofJson proof) {
    /**
     * What is lost with an account.
     *
     * @param phrase what has to be typed
     */
    @Schema(name = "AccountDeletionPreview")
    public record DeletionPreviewJson(String phrase, List<StakeJson> lost) {
        static DeletionPreviewJson of(PreviewDeletion.Result.Preview preview) {
            return new DeletionPreviewJson(
                    preview.phrase(), preview.stakes().stream().map(StakeJson::of).toList());
        }
    }
}
