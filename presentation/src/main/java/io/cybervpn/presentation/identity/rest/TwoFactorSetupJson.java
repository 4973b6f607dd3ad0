package io.cybervpn.presentation.identity.rest;

import io.cybervpn.presentation.shared.rest.QrImage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A secret for an app.
 *
 * @param secret Base32, to be typed
 * @param otpauthUri the same as apps take it
 * @param qrPng the same as an image: PNG in Base64
 */
@Schema(name = "TwoFactorSetup")
public record TwoFactorSetupJson(String secret, String otpauthUri, String qrPng) {
    private static final String ISSUER = "CyberVPN";

    static TwoFactorSetupJson of(String secret, String label) {
        String uri =
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                        .formatted(ISSUER, encoded(label), secret, ISSUER);
        String png = Base64.getEncoder().encodeToString(new QrImage(uri).png());
        return new TwoFactorSetupJson(secret, uri, png);
    }

    private static String encoded(String label) {
        return URLEncoder.encode(label, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TwoFactorSetupJson[hidden]";
    }
}
