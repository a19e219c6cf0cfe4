// A page's own script, quicker than the widget's.
const finder = document.querySelector("gp-federation-finder");
finder.region = "North West";
finder.pageSize = 3;
