#!/usr/bin/env bash
# Run once by the postgres image on an empty volume: a user and a database each for the shop and for the panel.
set -euo pipefail

database() {
    psql --set ON_ERROR_STOP=1 --set name="$1" --set password="$2" --username postgres <<'SQL'
CREATE USER :"name" PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" ENCODING 'UTF8' TEMPLATE template0;
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
}

database cybervpn "$SHOP_DB_PASSWORD"
database remnawave "$PANEL_DB_PASSWORD"
