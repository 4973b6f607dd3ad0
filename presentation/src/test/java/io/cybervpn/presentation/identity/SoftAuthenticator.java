package io.cybervpn.presentation.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/**
 * An authenticator with one key of ES256, as a device holds it, and the browser before it. Each
 * knob makes a copy that misbehaves in one way.
 *
 * @param origin of the page that asks
 * @param host that the key is for
 * @param flags what it says about its holder: 1 is there, 4 was asked for, 8 and 16 are backups
 * @param counter what it says about its uses
 */
public record SoftAuthenticator(
        String origin, String host, int flags, long counter, String credentialId, KeyPair pair) {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int HAS_KEY = 0x40;
    private static final int COORDINATE_BYTES = 32;

    /** A new one. */
    public static SoftAuthenticator of(String origin, String host) {
        byte[] id = new byte[32];
        new SecureRandom().nextBytes(id);
        return new SoftAuthenticator(origin, host, PRESENT | VERIFIED, 0, base64(id), newPair());
    }

    public SoftAuthenticator at(String otherOrigin) {
        return new SoftAuthenticator(otherOrigin, host, flags, counter, credentialId, pair);
    }

    public SoftAuthenticator madeFor(String otherHost) {
        return new SoftAuthenticator(origin, otherHost, flags, counter, credentialId, pair);
    }

    public SoftAuthenticator saying(int otherFlags) {
        return new SoftAuthenticator(origin, host, otherFlags, counter, credentialId, pair);
    }

    public SoftAuthenticator counting(long otherCounter) {
        return new SoftAuthenticator(origin, host, flags, otherCounter, credentialId, pair);
    }

    /** The same credential, but signed by a key of somebody else. */
    public SoftAuthenticator withAnotherKey() {
        return new SoftAuthenticator(origin, host, flags, counter, credentialId, newPair());
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What {@code navigator.credentials.create()} gives, as its toJSON() writes it. */
    public Map<String, Object> create(String challenge) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xa3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xa0);
        text(object, "authData");
        bytes(object, withKey());
        return Map.of(
                "id",
                credentialId,
                "rawId",
                credentialId,
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of(),
                "response",
                Map.of(
                        "clientDataJSON",
                        base64(clientData("webauthn.create", challenge)),
                        "attestationObject",
                        base64(object.toByteArray()),
                        "publicKeyAlgorithm",
                        -7));
    }

    /** What {@code navigator.credentials.get()} gives, as its toJSON() writes it. */
    public Map<String, Object> get(String challenge, String userHandle) {
        return get("webauthn.get", challenge, userHandle);
    }

    /** The same with another type inside. */
    public Map<String, Object> get(String type, String challenge, String userHandle) {
        byte[] clientData = clientData(type, challenge);
        byte[] data = data(flags).array();
        byte[] signed =
                ByteBuffer.allocate(data.length + 32).put(data).put(sha256(clientData)).array();
        return Map.of(
                "id",
                credentialId,
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of(),
                "response",
                Map.of(
                        "clientDataJSON", base64(clientData),
                        "authenticatorData", base64(data),
                        "signature", base64(sign(signed)),
                        "userHandle", userHandle));
    }

    private byte[] clientData(String type, String challenge) {
        return """
               {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}"""
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private ByteBuffer data(int said) {
        return ByteBuffer.allocate(37)
                .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) said)
                .putInt((int) counter);
    }

    private byte[] withKey() {
        byte[] id = Base64.getUrlDecoder().decode(credentialId);
        byte[] key = coseKey();
        return ByteBuffer.allocate(37 + 16 + 2 + id.length + key.length)
                .put(data(flags | HAS_KEY).array())
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(key)
                .array();
    }

    /** A COSE key: type EC2, algorithm ES256, curve P-256. */
    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ByteArrayOutputStream map = new ByteArrayOutputStream();
        map.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        bytes(map, coordinate(key.getW().getAffineX()));
        map.write(0x22);
        bytes(map, coordinate(key.getW().getAffineY()));
        return map.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, whole, COORDINATE_BYTES - length, length);
        return whole;
    }

    private byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        if (bytes.length < 256) {
            out.write(0x58);
        } else {
            out.write(0x59);
            out.write(bytes.length >> 8);
        }
        out.write(bytes.length & 0xff);
        out.writeBytes(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
