'use strict';
document.querySelectorAll('.filter').forEach(function (box) {
  var rows = Array.prototype.slice.call(document.getElementById(box.dataset.rows).rows);
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var search = box.querySelector('input');
  var code = box.querySelector('select');
  var output = box.querySelector('output');
  function apply() {
    var words = search.value.toLowerCase().split(' ').filter(Boolean);
    var shown = 0;
    rows.forEach(function (row, i) {
      var fits = (code.value === '' || row.dataset.code === code.value) &&
        words.every(function (word) { return texts[i].indexOf(word) >= 0; });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    output.textContent = box.dataset.shown.replace('##', String(rows.length)).replace('#', String(shown));
  }
  search.addEventListener('input', apply);
  code.addEventListener('change', apply);
  apply();
});
