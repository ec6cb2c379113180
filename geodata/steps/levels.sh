# The levels of detail: what each file of the basemap holds, and how coarse. Lengths are metres on the ground.
# Sourced by geodata/build, in target/geodata/work. Objects are named after the kinds of crates/model/src/data/basemap/kinds.rs.
# shellcheck shell=bash disable=SC2154 # input is a variable of geodata/build

topojson=(format=topojson no-quantization force)

# What a level simplifies is written first on its own: arcs then run from one of its borders to the next, where those of the full
# topology stop at every commune, and simplification never moves an end.
france_levels() {
  borders=frontier,coast,region,departement
  mapshaper france.msx -o france-l0-full.topojson "${topojson[@]}" target=regions,departements,$borders
  mapshaper -i france-l0-full.topojson \
    -simplify variable weighted interval='code == "976" ? 250 : code.length == 3 && code != "973" ? 500 : 1500' keep-shapes target=departements \
    -filter-islands min-area=4km2 target=regions,departements \
    -i places-l0.geojson name=places \
    -o "$input/france-l0.topojson" "${topojson[@]}" target=regions,departements,$borders,places

  mapshaper france.msx -o france-l1-full.topojson "${topojson[@]}" target=regions,departements,epcis,epts,$borders,epci,ept
  mapshaper -i france-l1-full.topojson \
    -simplify weighted interval=350 keep-shapes target=* \
    -filter-islands min-area=0.3km2 target=regions,departements,epcis,epts \
    -i places-l1.geojson name=places \
    -o "$input/france-l1.topojson" "${topojson[@]}" target=regions,departements,epcis,epts,$borders,epci,ept,places

  # The tool cuts this one by département: its layers are the parts of territories in each.
  mapshaper -i france.msx -drop target=regions,epcis,epts \
    -filter true + name=regions target=departements -each 'code = region' target=regions \
    -rename-layers epcis target=epcis-parts -rename-layers epts target=epts-parts \
    -i places-l2.geojson name=places \
    -o "$input/communes.topojson" "${topojson[@]}" target=regions,departements,epcis,epts,communes,$borders,epci,ept,commune,places
}

neighbours_level() { # NAME INTERVAL LABELS
  mapshaper -i neighbours.geojson snap name=countries \
    -simplify variable weighted interval="$2" \
    -filter "this.area > 3 * Math.pow($2, 2)" + name=large target=countries -drop target=countries -rename-layers countries target=large \
    -dissolve country -rename-fields code=country -filter remove-empty \
    -innerlines + name=frontier target=countries \
    -lines + name=coast target=countries \
    -erase france.geojson target=frontier,coast \
    -i abroad-places.geojson name=places -filter "$3" \
    -o "$input/$1.topojson" "${topojson[@]}" target=countries,frontier,coast,places
}

# Small islands next to France keep their shape.
neighbours_levels() {
  neighbours_level neighbours-l0 'away == 0 && this.area < 3e9 ? 1200 : 4000 + 1500 * away' 'zoom < 5'
  neighbours_level neighbours-l1 '350 * (1 + 1.5 * away)' true
}

water_level() { # NAME INTERVAL SMALLEST RIVERS
  mapshaper -i waters.geojson -filter "this.area > $3" \
    -simplify variable weighted interval="$2 * coarse" -filter remove-empty \
    -lines + name=shore target=waters \
    -i rivers.geojson -filter "rank <= $4" \
    -simplify variable weighted interval="$2 * coarse" -filter remove-empty \
    -split '"river" + rank' \
    -o "$input/$1.topojson" "${topojson[@]}" target='waters,shore,river*'
}

water_levels() {
  water_level water-l0 1800 4e7 2
  water_level water-l1 250 4e5 4
}

transport_level() {
  mapshaper -i combine-files road.geojson railway.geojson \
    -simplify weighted interval=60 target=* \
    -o "$input/transport.topojson" "${topojson[@]}" target=*
}
