// SPDX-License-Identifier: Apache-2.0

/// The TLS part of a record: about five kilobytes, mostly Base64.
final class TlsLog {
    private TlsLog() {}

    static String of(Dice dice) {
        boolean chained = dice.percent(45);
        return "{\"handshake_log\":{\"server_hello\":{\"version\":{\"name\":\"TLSv1.2\",\"value\":771},\"random\":\""
                + dice.base64(32) + "\",\"session_id\":\"" + dice.base64(32)
                + "\",\"cipher_suite\":{\"hex\":\"0xC02F\",\"name\":\"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256\",\"value\":49199},"
                + "\"compression_method\":0,\"ocsp_stapling\":false,\"ticket\":true,\"secure_renegotiation\":true,"
                + "\"heartbeat\":false,\"extended_master_secret\":true},\"server_certificates\":{\"certificate\":"
                + certificate(dice, dice.host()) + (chained ? ",\"chain\":[" + certificate(dice, "Test CA R3") + "]" : "")
                + ",\"validation\":{\"browser_trusted\":" + chained
                + (chained ? "" : ",\"browser_error\":\"x509: unknown error\"") + "}},\"server_key_exchange\":"
                + keyExchange(dice) + ",\"client_key_exchange\":{\"ecdh_params\":{\"curve_id\":{\"name\":\"secp256r1\",\"id\":23},"
                + point("client_public", dice) + "}},\"client_finished\":{\"verify_data\":\"" + dice.base64(12)
                + "\"},\"server_finished\":{\"verify_data\":\"" + dice.base64(12) + "\"},\"key_material\":{\"master_secret\":"
                + "{\"value\":\"" + dice.base64(48) + "\",\"length\":48},\"pre_master_secret\":{\"value\":\""
                + dice.base64(32) + "\",\"length\":32}}}}";
    }

    private static String point(String name, Dice dice) {
        return "\"" + name + "\":{\"x\":{\"value\":\"" + dice.base64(32) + "\",\"length\":256},\"y\":{\"value\":\""
                + dice.base64(32) + "\",\"length\":256}}";
    }

    private static String keyExchange(Dice dice) {
        return "{\"ecdh_params\":{\"curve_id\":{\"name\":\"secp256r1\",\"id\":23}," + point("server_public", dice)
                + "},\"digest\":\"" + dice.base64(64) + "\",\"signature\":{\"raw\":\"" + dice.base64(256)
                + "\",\"type\":\"rsa\",\"valid\":true,\"signature_and_hash_type\":{\"signature_algorithm\":\"rsa\","
                + "\"hash_algorithm\":\"sha512\"},\"tls_version\":{\"name\":\"TLSv1.2\",\"value\":771}}}";
    }

    private static String certificate(Dice dice, String name) {
        var issuer = dice.of("Test CA R3", "Example Trust G2", name);
        return "{\"raw\":\"" + dice.base64(dice.between(750, 1500)) + "\",\"parsed\":{\"version\":3,\"serial_number\":\""
                + dice.below(1 << 30) + dice.below(1 << 30)
                + "\",\"signature_algorithm\":{\"name\":\"SHA256-RSA\",\"oid\":\"1.2.840.113549.1.1.11\"},"
                + "\"issuer\":{\"common_name\":[\"" + issuer + "\"],\"country\":[\"XX\"],\"organization\":[\"" + issuer
                + "\"]},\"issuer_dn\":\"C=XX, O=" + issuer + ", CN=" + issuer
                + "\",\"validity\":{\"start\":\"2026-0" + dice.between(1, 9) + "-01T00:00:00Z\",\"end\":\"2027-0"
                + dice.between(1, 9) + "-01T00:00:00Z\",\"length\":31536000},\"subject\":{\"common_name\":[\"" + name
                + "\"]},\"subject_dn\":\"CN=" + name + "\",\"subject_key_info\":{\"key_algorithm\":{\"name\":\"RSA\"},"
                + "\"rsa_public_key\":{\"exponent\":65537,\"modulus\":\"" + dice.base64(256)
                + "\",\"length\":2048},\"fingerprint_sha256\":\"" + dice.hex(64)
                + "\"},\"extensions\":{\"key_usage\":{\"digital_signature\":true,\"key_encipherment\":true,\"value\":5},"
                + "\"basic_constraints\":{\"is_ca\":false},\"subject_alt_name\":{\"dns_names\":[\"" + name
                + "\"]},\"authority_key_id\":\"" + dice.hex(40) + "\",\"subject_key_id\":\"" + dice.hex(40)
                + "\",\"extended_key_usage\":{\"client_auth\":true,\"server_auth\":true},"
                + "\"certificate_policies\":[{\"id\":\"2.23.140.1.2.1\"}],\"authority_info_access\":{\"ocsp_urls\":"
                + "[\"http://ocsp.example.test\"],\"issuer_urls\":[\"http://ca.example.test/r3.crt\"]}},"
                + "\"signature\":{\"signature_algorithm\":{\"name\":\"SHA256-RSA\",\"oid\":\"1.2.840.113549.1.1.11\"},"
                + "\"value\":\"" + dice.base64(256) + "\",\"valid\":false,\"self_signed\":false},\"fingerprint_md5\":\""
                + dice.hex(32) + "\",\"fingerprint_sha1\":\"" + dice.hex(40) + "\",\"fingerprint_sha256\":\"" + dice.hex(64)
                + "\",\"tbs_noct_fingerprint\":\"" + dice.hex(64) + "\",\"spki_subject_fingerprint\":\"" + dice.hex(64)
                + "\",\"tbs_fingerprint\":\"" + dice.hex(64) + "\",\"validation_level\":\"DV\",\"names\":[\"" + name
                + "\"],\"redacted\":false}}";
    }
}
