#!/bin/sh
# Makes the certificates of the tests anew: an authority, a server and a client that it vouches
# for. They are for 127.0.0.1 only and guard nothing, so their keys lie open here.
set -eu
cd "$(dirname "$0")"
days=36500
curve='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
openssl req -x509 $curve -keyout authority.key -out authority.pem -days $days -sha256 \
    -subj '/CN=vt_sdk tests: authority' \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign'
for name in server client; do
    openssl req $curve -keyout $name.key -out $name.csr -subj "/CN=vt_sdk tests: $name"
    {
        echo 'basicConstraints=critical,CA:FALSE'
        echo 'keyUsage=critical,digitalSignature'
        echo "extendedKeyUsage=${name}Auth"
        echo 'subjectKeyIdentifier=hash'
        echo 'authorityKeyIdentifier=keyid'
        test $name = client || echo 'subjectAltName=IP:127.0.0.1'
    } > $name.ext
    openssl x509 -req -in $name.csr -CA authority.pem -CAkey authority.key -CAcreateserial \
        -out $name.crt -days $days -sha256 -extfile $name.ext
    cat $name.crt $name.key > $name.pem
done
rm -f ./*.key ./*.csr ./*.crt ./*.ext ./*.srl
