package io.cybervpn.sandbox;

/**
 * What a sandbox world is made of. It always binds 127.0.0.1.
 *
 * @param panelPort of the panel; 0 takes any free one
 * @param cryptoPayPort of Crypto Pay; 0 takes any free one
 * @param panelVersion "3.3.2" or "2.8.1": the two contracts in the field
 * @param panelToken the API token that the panel accepts, with every scope
 * @param panelWebhookUrl where the panel's webhooks go; empty: off
 * @param panelWebhookSecret the text that keys their signature
 * @param cryptoPayToken the app token that Crypto Pay accepts, and that keys its signatures
 * @param cryptoPayWebhookUrl where Crypto Pay's webhooks go; empty: off
 */
public record SandboxSettings(
        int panelPort,
        int cryptoPayPort,
        String panelVersion,
        String panelToken,
        String panelWebhookUrl,
        String panelWebhookSecret,
        String cryptoPayToken,
        String cryptoPayWebhookUrl) {

    /** The 3.x panel that most installations run. */
    public static final String PANEL_3 = "3.3.2";

    /** The last 2.x panel. */
    public static final String PANEL_2 = "2.8.1";

    /** The token of {@link #free(String)}; no secret, nothing but the sandbox accepts it. */
    public static final String PANEL_TOKEN = "sandbox-panel-token";

    /** The webhook secret of {@link #free(String)}. */
    public static final String PANEL_WEBHOOK_SECRET =
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /** The Crypto Pay token of {@link #free(String)}. */
    public static final String CRYPTO_PAY_TOKEN = "12345:AAAbbbCCCdddEEEfffGGGhhhIIIjjjKKKll";

    /** Checks the version; anything else is a mistake of the caller. */
    public SandboxSettings {
        if (!panelVersion.startsWith("3.") && !panelVersion.startsWith("2.")) {
            throw new IllegalArgumentException("panelVersion must be 2.x or 3.x: " + panelVersion);
        }
    }

    /** A 3.x world on free ports with known tokens and no webhooks. */
    public static SandboxSettings free() {
        return free(PANEL_3);
    }

    /** A world on free ports with known tokens and no webhooks. */
    public static SandboxSettings free(String panelVersion) {
        return new SandboxSettings(
                0, 0, panelVersion, PANEL_TOKEN, "", PANEL_WEBHOOK_SECRET, CRYPTO_PAY_TOKEN, "");
    }

    /** The same, but the panel's webhooks go there. */
    public SandboxSettings withPanelWebhooks(String url) {
        return new SandboxSettings(
                panelPort,
                cryptoPayPort,
                panelVersion,
                panelToken,
                url,
                panelWebhookSecret,
                cryptoPayToken,
                cryptoPayWebhookUrl);
    }

    /** The same, but Crypto Pay's webhooks go there. */
    public SandboxSettings withCryptoPayWebhooks(String url) {
        return new SandboxSettings(
                panelPort,
                cryptoPayPort,
                panelVersion,
                panelToken,
                panelWebhookUrl,
                panelWebhookSecret,
                cryptoPayToken,
                url);
    }
}
