package io.cybervpn.sandbox.oidc;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A key of the provider, under its id, for one algorithm. */
record SigningKey(String id, String algorithm, KeyPair pair) {

    private static final int COORDINATE_BYTES = 32;

    static SigningKey of(String id, String algorithm) {
        try {
            return new SigningKey(id, algorithm, pair(algorithm));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator =
                switch (algorithm) {
                    case "ES256" -> KeyPairGenerator.getInstance("EC");
                    case "EdDSA" -> KeyPairGenerator.getInstance("Ed25519");
                    default -> KeyPairGenerator.getInstance("RSA");
                };
        if (algorithm.equals("ES256")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else if (!algorithm.equals("EdDSA")) {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    byte[] sign(byte[] bytes) {
        return sign(pair.getPrivate(), bytes);
    }

    private byte[] sign(PrivateKey key, byte[] bytes) {
        try {
            Signature signature =
                    Signature.getInstance(
                            switch (algorithm) {
                                case "ES256" -> "SHA256withECDSAinP1363Format";
                                case "EdDSA" -> "Ed25519";
                                default -> "SHA256withRSA";
                            });
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public half as a JSON Web Key. */
    JsonObject published() {
        JsonObject key = new JsonObject().put("kid", id).put("alg", algorithm).put("use", "sig");
        return switch (pair.getPublic()) {
            case RSAPublicKey rsa ->
                    key.put("kty", "RSA")
                            .put("n", number(rsa.getModulus()))
                            .put("e", number(rsa.getPublicExponent()));
            case ECPublicKey ec ->
                    key.put("kty", "EC")
                            .put("crv", "P-256")
                            .put("x", coordinate(ec.getW().getAffineX()))
                            .put("y", coordinate(ec.getW().getAffineY()));
            case EdECPublicKey ed ->
                    key.put("kty", "OKP").put("crv", "Ed25519").put("x", point(ed));
            default -> throw new IllegalStateException("no such key");
        };
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, whole, COORDINATE_BYTES - length, length);
        return base64(whole);
    }

    /** The last 32 bytes of the encoded form are the point. */
    private static String point(EdECPublicKey key) {
        byte[] encoded = key.getEncoded();
        return base64(
                Arrays.copyOfRange(encoded, encoded.length - COORDINATE_BYTES, encoded.length));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
