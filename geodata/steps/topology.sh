# France at full detail as one topology: every level of territory, and the lines between them.
# Sourced by geodata/build, in target/geodata/work.
# shellcheck shell=bash

# First the outline, which the neighbours need.
france_outline() {
  mapshaper communes.geojson snap name=communes -clean gap-fill-area=0.2km2 \
    -dissolve departement copy-fields=region + name=departements target=communes \
    -dissolve region + name=regions target=departements \
    -dissolve + name=france target=regions \
    -o communes.msx target=* \
    -o france.geojson target=france geojson-type=FeatureCollection
}

# Then the rest. EPCI and EPT exist twice: whole, and cut by département (the parts), as the files of communes need them.
# Borders are layers of lines; what of the outline lies abroad is a frontier, and all of it may be a coast: the tool takes the
# strongest kind a line has.
# shellcheck disable=SC2046 # `named` prints several arguments, of which none holds a space
france_topology() {
  mapshaper communes.msx \
    -filter 'epci != ""' + name=with-epci target=communes \
    -dissolve epci,departement + name=epcis-parts target=with-epci \
    -dissolve epci + name=epcis target=with-epci \
    -filter 'ept != ""' + name=with-ept target=communes \
    -dissolve ept,departement + name=epts-parts target=with-ept \
    -dissolve ept + name=epts target=with-ept \
    -drop target=with-epci,with-ept \
    -lines + name=coast target=france \
    -clip abroad.geojson + name=frontier target=coast \
    -innerlines + name=region target=regions \
    -innerlines + name=departement target=departements \
    -innerlines + name=epci target=epcis \
    -innerlines + name=ept target=epts \
    -innerlines + name=commune target=communes \
    $(named regions region regions) \
    $(named departements departement departements) -each 'departement = code' target=departements \
    $(named epcis epci epci) $(named epcis-parts epci epci) \
    $(named epts ept ept) $(named epts-parts ept ept) \
    -o france.msx target=*
}

named() { # LAYER FIELD TABLE: the field becomes the code, the table gives the names
  echo "-rename-fields code=$2 target=$1 -join $3.csv keys=code,code string-fields=code target=$1"
}
